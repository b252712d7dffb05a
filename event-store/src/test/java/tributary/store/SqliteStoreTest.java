package tributary.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/// The contracts of the store, on SQLite.
class SqliteStoreTest {
    @TempDir
    private Path folder;

    private SqliteFile file(String name) {
        return new SqliteFile(folder.resolve("data").resolve(name));
    }

    @Nested
    class Engine extends EventStorageEngineContract {
        @Override
        StoreLocation location() {
            return file("events.db");
        }
    }

    @Nested
    class BulkReading extends FactsContract {
        @Override
        StoreLocation location() {
            return file("events.db");
        }
    }

    @Nested
    class TransactionsOf extends TransactionsContract {
        @Override
        StoreLocation location() {
            return file("events.db");
        }

        @Override
        StoreLocation copyOfLocation() {
            try {
                for (var suffix : new String[] {"", "-wal"})
                    Files.copy(
                            file("events.db" + suffix).file(),
                            file("copy.db" + suffix).file());
                return file("copy.db");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        StoreLocation anotherLocation() {
            return file("another.db");
        }
    }

    @Nested
    class Once extends OnceIndexContract {
        @Override
        StoreLocation location() {
            return file("events.db");
        }
    }

    @Nested
    class IdentitiesOf extends IdentitiesContract {
        @Override
        StoreLocation location() {
            return file("events.db");
        }
    }

    @Nested
    class VaultOf extends VaultContract {
        @Override
        StoreLocation location() {
            return file("events.db");
        }
    }

    @Nested
    class TokensOf extends TokensContract {
        @Override
        StoreLocation location() {
            return file("events.db");
        }
    }

    @Nested
    class Unreadable extends UnreadableFactContract {
        @Override
        StoreLocation location() {
            return file("events.db");
        }

        @Override
        Connection connect() throws SQLException {
            return DriverManager.getConnection(
                    "jdbc:sqlite:" + file("events.db").file());
        }
    }

    @Nested
    class Embedded extends EmbeddedEventStoreContract {
        @Override
        StoreLocation location() {
            return file("events.db");
        }
    }

    @Nested
    class Replays extends SqlAskedReplaysContract {
        @Override
        StoreLocation location() {
            return file("events.db");
        }
    }
}
