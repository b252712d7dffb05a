package tributary.store;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/// Replays beside the facts, in every kind of database.
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class SqlAskedReplaysContract extends AskedReplaysContract {
    private EventDatabase db;

    /// An empty place, the same throughout a test.
    abstract StoreLocation location();

    @BeforeEach
    final void open() {
        db = EventDatabase.open(location(), Clock.systemUTC());
    }

    @AfterEach
    final void close() {
        db.close();
    }

    @Override
    protected final AskedReplays replays() {
        return db.replays();
    }

    @Override
    protected final void reopen() {
        close();
        open();
    }
}
