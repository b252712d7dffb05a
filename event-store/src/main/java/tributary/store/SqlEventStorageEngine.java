package tributary.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/// Axon's storage on our tables. Positions have no gaps and appear in order, so a position is all that a tracking
/// token needs. The timestamp of a message that is read is when it was recorded.
final class SqlEventStorageEngine implements EventStorageEngine {
    private final Transactions transactions;
    private final EventAppender appender;
    private final StoredMessages messages;
    private final Histories histories;
    private final Snapshots snapshots;

    SqlEventStorageEngine(
            Transactions transactions,
            EventAppender appender,
            StoredMessages messages,
            Histories histories,
            Snapshots snapshots) {
        this.transactions = transactions;
        this.appender = appender;
        this.messages = messages;
        this.histories = histories;
        this.snapshots = snapshots;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) return;
        transactions.write(session -> {
            appender.append(session, events);
            return null;
        });
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken token, boolean mayBlock) {
        return EventPages.after(transactions, position(token)).map(messages::tracked);
    }

    @Override
    public DomainEventStream readEvents(String aggregate, long firstSequence) {
        return DomainEventStream.of(histories.of(aggregate, firstSequence));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregate) {
        return Optional.ofNullable(transactions.read(session -> EventTable.lastSequence(session, aggregate)));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        transactions.write(session -> {
            snapshots.save(session, snapshot);
            return null;
        });
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregate) {
        return transactions.read(session -> snapshots.load(session, aggregate));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(transactions.read(EventTable::head));
    }

    /// What was recorded at that instant comes after the token.
    @Override
    public TrackingToken createTokenAt(Instant instant) {
        long before = Micros.of(instant.minusNanos(1));
        return new GlobalSequenceTrackingToken(transactions.read(session -> EventTable.positionAsOf(session, before)));
    }

    private static long position(TrackingToken token) {
        if (token == null) return 0;
        if (WrappedToken.unwrapLowerBound(token) instanceof GlobalSequenceTrackingToken global)
            return global.getGlobalIndex();
        throw new IllegalArgumentException("the token " + token + " was not given by this event store");
    }
}
