package tributary.query.live;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import tributary.events.Refusal;
import tributary.store.Facts;

/// The facts as a stream that says at once when more have come. Axon's embedded event store does not say so, which
/// costs its readers up to half a second, and keeps what it read; this one asks the store's head and keeps nothing.
/// So it also sees what other processes record. While the store is away there are no more facts; that is shown.
final class FactStream implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final EventStorageEngine engine;
    private final Facts facts;
    private final Stoppages stoppages;
    private final List<Reader> readers = new CopyOnWriteArrayList<>();

    FactStream(EventStorageEngine engine, Facts facts, Stoppages stoppages) {
        this.engine = engine;
        this.facts = facts;
        this.stoppages = stoppages;
    }

    /// Wakes whoever reads, if there is something to read.
    void look() {
        readers.forEach(Reader::look);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
        var reader = new Reader(token == null ? 0 : token.position().orElse(0));
        readers.add(reader);
        return reader;
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(facts.head());
    }

    private final class Reader implements BlockingStream<TrackedEventMessage<?>> {
        private static final long NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

        private volatile long position;
        private volatile Runnable whenAvailable = () -> {};
        private Stream<? extends TrackedEventMessage<?>> opened = Stream.empty();
        private Iterator<? extends TrackedEventMessage<?>> events = opened.iterator();
        private TrackedEventMessage<?> next;
        private volatile boolean away;

        Reader(long position) {
            this.position = position;
        }

        void look() {
            if (head() > position) whenAvailable.run();
        }

        private long head() {
            try {
                var head = facts.head();
                if (away) stoppages.readable();
                away = false;
                return head;
            } catch (Refusal.Busy notNow) {
                away = true;
                stoppages.stopped("facts after position " + position + " cannot be read now: " + notNow.detail());
                throw notNow;
            }
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            if (next == null) next = read();
            return Optional.ofNullable(next);
        }

        private TrackedEventMessage<?> read() {
            try {
                if (!events.hasNext() && !open()) return null;
                var event = events.next();
                position = event.trackingToken().position().orElseThrow();
                stoppages.readable();
                return event;
            } catch (Refusal.Busy _) {
                return null; // To throw would make Axon wait longer each time, up to a minute after the store is back.
            } catch (RuntimeException failure) {
                stoppages.stopped("facts after position " + position + " cannot be read: " + failure);
                throw failure;
            }
        }

        private boolean open() {
            opened.close();
            if (head() <= position) return false;
            opened = engine.readEvents(new GlobalSequenceTrackingToken(position), false);
            events = opened.iterator();
            return events.hasNext();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            var end = System.nanoTime() + unit.toNanos(timeout);
            while (peek().isEmpty()) {
                if (System.nanoTime() - end >= 0) return false;
                LockSupport.parkNanos(NAP_NANOS);
                if (Thread.interrupted()) throw new InterruptedException();
            }
            return true;
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (!hasNextAvailable(1, TimeUnit.SECONDS)) {} // until there is one
            var event = next;
            next = null;
            return event;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            whenAvailable = callback;
            return true;
        }

        @Override
        public void close() {
            readers.remove(this);
            opened.close();
        }
    }
}
