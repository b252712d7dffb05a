package tributary.store;

import java.time.Clock;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/// The one place of truth: facts, and what is decided while recording them.
///
/// Writing happens within a transaction of [#transactions]: one writer at a time, in the order of asking, and
/// committed means synced to disk. Reading needs no transaction and never waits for a writer.
public final class EventDatabase implements AutoCloseable {
    private EventDatabase() {}

    /// Opens the database, making it if it is missing.
    ///
    /// @param clock gives `recordedAt`
    public static EventDatabase open(StoreLocation location, Clock clock) {
        throw new UnsupportedOperationException(location + " at " + clock);
    }

    /// Transactions for those who write. The transaction belongs to the thread that started it. One started within
    /// another joins it: its commit waits for the outer one; its roll-back takes back its own changes to once
    /// index, identities and vault, and dooms the outer one if it had already written events or tokens.
    public TransactionManager transactions() {
        throw new UnsupportedOperationException();
    }

    public EventStorageEngine engine() {
        throw new UnsupportedOperationException();
    }

    public Facts facts() {
        throw new UnsupportedOperationException();
    }

    public Identities identities() {
        throw new UnsupportedOperationException();
    }

    public OnceIndex once() {
        throw new UnsupportedOperationException();
    }

    public Vault vault() {
        throw new UnsupportedOperationException();
    }

    public Tokens tokens() {
        throw new UnsupportedOperationException();
    }

    public Accounts accounts() {
        throw new UnsupportedOperationException();
    }

    /// Random, made with the database: tells one store from another.
    public String storeId() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
