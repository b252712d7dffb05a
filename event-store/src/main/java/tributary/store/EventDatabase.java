package tributary.store;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.function.LongConsumer;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import tributary.store.codec.FactCodec;

/// The one place of truth: facts, and what is decided while recording them.
///
/// Writing happens within a transaction of [#transactions]: one writer at a time, in the order of asking, over all
/// processes that use the database, and committed means synced to disk. Reading needs no transaction and never
/// waits for a writer.
public final class EventDatabase implements AutoCloseable {
    private final ReaderPool readers;
    private final Transactions transactions;
    private final String storeId;
    private final SqlEventStorageEngine engine;
    private final SqlFacts facts;
    private final AddressHasher hasher;
    private final SqlIdentities identities;
    private final SqlOnceIndex once;
    private final SqlVault vault;
    private final SqlTokens tokens;
    private final SqlAccounts accounts;
    private final SqlAskedReplays replays;
    private final Histories histories;

    private EventDatabase(Dialect dialect, Session writer, Clock clock) throws SQLException {
        var random = new SecureRandom();
        var meta = Meta.prepare(dialect, writer, random);
        var codec = new FactCodec();
        var metadata = new MetadataJson();
        readers = new ReaderPool(dialect);
        transactions = new Transactions(dialect, writer, readers);
        storeId = meta.storeId();
        accounts = new SqlAccounts(transactions);
        hasher = new AddressHasher(meta.addressKey());
        var secrets = new ContactSecrets(transactions);
        identities = new SqlIdentities(transactions, hasher, secrets);
        once = new SqlOnceIndex(transactions);
        vault = new SqlVault(transactions, secrets, random);
        tokens = new SqlTokens(transactions, clock, random);
        replays = new SqlAskedReplays(transactions);
        facts = new SqlFacts(transactions, codec);
        var messages = new StoredMessages(codec, metadata);
        histories = new Histories(transactions, messages);
        engine = new SqlEventStorageEngine(
                transactions,
                new EventAppender(transactions, dialect, clock, codec, metadata, accounts, histories),
                messages,
                histories,
                new Snapshots());
    }

    /// Opens the database, making it if it is missing.
    ///
    /// @param clock gives `recordedAt`
    /// @throws StoreException if it was made by a version that this one does not know
    public static EventDatabase open(StoreLocation location, Clock clock) {
        var dialect = dialect(location);
        try {
            var writer = dialect.openWriter();
            try {
                dialect.wipe(writer); // Perhaps the process before ended in between.
                return new EventDatabase(dialect, writer, clock);
            } catch (Throwable failure) {
                writer.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw StoreException.of(dialect, failure);
        }
    }

    private static Dialect dialect(StoreLocation location) {
        return switch (location) {
            case SqliteFile(var file) -> new SqliteDialect(file);
            case PostgresDatabase database -> new PostgresDialect(database);
        };
    }

    /// Transactions for those who write. The transaction belongs to the thread that started it. One started within
    /// another joins it: its commit waits for the outer one; its roll-back takes back its own changes to once
    /// index, identities and vault, and dooms the outer one if it had already written events or tokens.
    public TransactionManager transactions() {
        return transactions;
    }

    public EventStorageEngine engine() {
        return engine;
    }

    /// Whether the database is in another process, so that it is better asked for many things at once: see
    /// [Identities#expect] and [#expectAggregates].
    public boolean isFar() {
        return transactions.read(Session::isFar);
    }

    /// Says whose events will be asked for in this transaction. It changes no answer.
    public void expectAggregates(Collection<String> aggregates) {
        histories.expect(aggregates);
    }

    public Facts facts() {
        return facts;
    }

    public Identities identities() {
        return identities;
    }

    public OnceIndex once() {
        return once;
    }

    public Vault vault() {
        return vault;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Accounts accounts() {
        return accounts;
    }

    public AskedReplays replays() {
        return replays;
    }

    /// Reads everything back.
    ///
    /// @param progress is told of positions that were read
    public Checked check(LongConsumer progress) {
        return new StoreCheck(transactions, facts, vault, hasher).check(progress);
    }

    /// Random, made with the database: tells one store from another.
    public String storeId() {
        return storeId;
    }

    /// Waits for the transaction and the questions under way.
    @Override
    public void close() {
        try {
            readers.close();
            transactions.close();
        } catch (SQLException failure) {
            throw new StoreException("the event store could not be closed", failure);
        }
    }
}
