package tributary.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.async.SequentialPolicy;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.EventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.json.JacksonSerializer;
import org.sqlite.SQLiteConfig;
import tributary.events.AccountId;
import tributary.events.Interaction;
import tributary.events.InteractionsRecorded;
import tributary.query.journey.AccountJourneys;
import tributary.store.FactHandler;
import tributary.store.FactLoader;
import tributary.store.Facts;
import tributary.store.Recorded;

/// What one gets by default: each interaction an event, a row and a JSON document, stored by Axon's JDBC engine,
/// replayed
/// by a pooled streaming processor into the same fold. Made as quick as its settings allow: SQLite with a write-ahead
/// log and one connection kept open, pages of 1,000 rows, tokens in memory, one segment for the one account.
final class StockEngine implements AutoCloseable {
    private static final int PAGE = 1_000;
    private static final long LONGEST_REPLAY_SECONDS = 600;

    private final AccountId account;
    private final List<Interaction> acts;
    private final Connection connection;
    private final JdbcEventStorageEngine engine;

    /// @param file of a database that is not there yet
    StockEngine(AccountId account, List<Interaction> acts, Path file) throws SQLException {
        this.account = account;
        this.acts = acts;
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setCacheSize(-64 * 1024);
        connection = config.createConnection("jdbc:sqlite:" + file);
        var json = JacksonSerializer.builder()
                .objectMapper(new ObjectMapper().registerModule(new JavaTimeModule()))
                .build();
        engine = JdbcEventStorageEngine.builder()
                .connectionProvider(this::lent)
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(json)
                .snapshotSerializer(json)
                .batchSize(PAGE)
                .extendedGapCheckEnabled(false) // it asks SQLite's driver for what that does not give
                .build();
        engine.createSchema(new Tables());
        append();
    }

    /// The one connection, which the engine cannot close.
    private Connection lent() {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
    }

    private void append() throws SQLException {
        connection.setAutoCommit(false);
        for (var from = 0; from < acts.size(); from += PAGE) {
            engine.appendEvents(acts.subList(from, Math.min(acts.size(), from + PAGE)).stream()
                    .map(GenericEventMessage::asEventMessage)
                    .toList());
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    /// Folds all events anew, as many at a time as the batch says, and lays the journeys out.
    AccountJourneys replay(int batch) throws InterruptedException {
        var fold = new Fold();
        var store = EmbeddedEventStore.builder().storageEngine(engine).build();
        var threads = Executors.newScheduledThreadPool(2);
        var processor = PooledStreamingEventProcessor.builder()
                .name("stock")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(fold)
                        .sequencingPolicy(new SequentialPolicy())
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(store)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .initialToken(source -> source.createTailToken())
                .initialSegmentCount(1)
                .batchSize(batch)
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .build();
        processor.start();
        try {
            if (!fold.done.await(LONGEST_REPLAY_SECONDS, TimeUnit.SECONDS))
                throw new IllegalStateException("the stock replay is not done in " + LONGEST_REPLAY_SECONDS + " s");
        } finally {
            processor.shutDown();
            store.shutDown();
            threads.shutdownNow();
        }
        fold.journeys.drain();
        return fold.journeys;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /// Folds each event as a batch of one.
    private final class Fold {
        private final AccountJourneys journeys = new AccountJourneys(account, new Texts());
        private final CountDownLatch done = new CountDownLatch(1);
        private int folded;

        @EventHandler
        void on(Interaction act) {
            var batch = new InteractionsRecorded(account, "stock", List.of(act));
            journeys.apply(new Recorded(++folded, Instant.EPOCH, account, batch));
            if (folded == acts.size()) done.countDown();
        }
    }

    /// Where the fold finds the texts of two acts that it cannot tell apart.
    private final class Texts implements Facts {
        @Override
        public Interaction interaction(long position, int line) {
            return acts.get((int) position - 1);
        }

        @Override
        public long head() {
            throw notAsked();
        }

        @Override
        public void read(long after, long upTo, FactHandler handler) {
            throw notAsked();
        }

        @Override
        public void load(long after, long upTo, FactLoader<?> loader) {
            throw notAsked();
        }

        @Override
        public Recorded at(long position) {
            throw notAsked();
        }

        @Override
        public boolean mayHaveMore(AccountId account, long after) {
            throw notAsked();
        }

        @Override
        public OptionalLong positionAsOf(Instant instant) {
            throw notAsked();
        }

        private static UnsupportedOperationException notAsked() {
            return new UnsupportedOperationException("folding asks for the texts of an act and nothing else");
        }
    }

    /// Axon's tables, in the words of SQLite.
    private static final class Tables implements EventTableFactory {
        private static final String COLUMNS = """
                aggregateIdentifier text not null, sequenceNumber integer not null, type text,
                eventIdentifier text not null unique, metaData blob, payload blob not null, payloadRevision text,
                payloadType text not null, timeStamp text not null""";

        @Override
        public PreparedStatement createDomainEventTable(Connection connection, EventSchema schema) throws SQLException {
            return connection.prepareStatement("create table " + schema.domainEventTable()
                    + " (globalIndex integer primary key autoincrement, " + COLUMNS
                    + ", unique (aggregateIdentifier, sequenceNumber))");
        }

        @Override
        public PreparedStatement createSnapshotEventTable(Connection connection, EventSchema schema)
                throws SQLException {
            return connection.prepareStatement("create table " + schema.snapshotTable() + " (" + COLUMNS
                    + ", primary key (aggregateIdentifier, sequenceNumber))");
        }
    }
}
