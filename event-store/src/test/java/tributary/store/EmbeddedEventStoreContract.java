package tributary.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tributary.events.Fact;

/// Axon's own event store and processors run on our storage as they are.
abstract class EmbeddedEventStoreContract extends StoreContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private EmbeddedEventStore store;

    @BeforeEach
    void start() {
        store = EmbeddedEventStore.builder()
                .storageEngine(db.engine())
                .cachedEvents(100)
                .build();
    }

    @AfterEach
    void stop() {
        store.shutDown();
    }

    @Test
    void an_open_stream_gives_what_was_there_and_what_comes() throws InterruptedException {
        publish(spring(0), batch("a", "b"));
        try (var stream = store.openStream(null)) {
            assertThat(next(stream.nextAvailable())).isEqualTo(1);
            assertThat(next(stream.nextAvailable())).isEqualTo(2);
            assertThat(stream.hasNextAvailable(10, TimeUnit.MILLISECONDS)).isFalse();

            publish(spring(1));
            assertThat(next(stream.nextAvailable())).isEqualTo(3);
        }
    }

    @Test
    void an_aggregate_is_read_back() {
        publish(spring(0), spring(1));

        assertThat(store.readEvents("acme/campaign/spring").asStream()).hasSize(2);
        assertThat(store.lastSequenceNumberFor("acme/campaign/spring")).contains(1L);
    }

    @Test
    void what_a_unit_of_work_published_is_not_there_when_it_is_rolled_back() {
        var unit = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("a chunk"));
        unit.attachTransaction(db.transactions());
        store.publish(spring(0));
        unit.rollback();

        assertThat(db.facts().head()).isZero();
        publish(spring(0));
        assertThat(db.facts().head()).isEqualTo(1);
    }

    @Test
    void a_pooled_streaming_processor_handles_all_in_order_before_and_after_it_starts() throws InterruptedException {
        for (int i = 0; i < 300; i++) publish(i % 3 == 0 ? batch("i" + i) : plain(changed("c" + i)));
        var handled = new LinkedBlockingQueue<EventMessage<?>>();
        var processor = processor(handled);
        processor.start();
        try {
            for (int i = 300; i < 600; i++) publish(i % 3 == 0 ? batch("i" + i) : plain(changed("c" + i)));

            assertThat(take(600, handled)).containsExactlyElementsOf(recorded());
            assertThat(processor.isError()).isFalse();
        } finally {
            processor.shutDown();
        }
    }

    private PooledStreamingEventProcessor processor(BlockingQueue<EventMessage<?>> handled) {
        return PooledStreamingEventProcessor.builder()
                .name("test")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new Object() {
                            @EventHandler
                            void on(Fact fact, EventMessage<?> message) {
                                handled.add(message);
                            }
                        })
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(store)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .initialSegmentCount(1)
                .coordinatorExecutor(Executors.newSingleThreadScheduledExecutor())
                .workerExecutor(Executors.newScheduledThreadPool(2))
                .build();
    }

    private static List<Object> take(int count, BlockingQueue<EventMessage<?>> handled) throws InterruptedException {
        var facts = new ArrayList<Object>();
        while (facts.size() < count) {
            var message = handled.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(message).as("event %d of %d", facts.size() + 1, count).isNotNull();
            facts.add(message.getPayload());
        }
        return facts;
    }

    private List<Object> recorded() {
        var facts = new ArrayList<Object>();
        db.facts().read(0, db.facts().head(), recorded -> facts.add(recorded.fact()));
        return facts;
    }

    private void publish(EventMessage<?>... events) {
        var unit = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("a chunk"));
        unit.attachTransaction(db.transactions());
        store.publish(List.of(events));
        unit.commit();
    }

    private static long next(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }
}
