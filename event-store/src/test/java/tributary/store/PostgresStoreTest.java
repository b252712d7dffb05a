package tributary.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/// The contracts of the store, on PostgreSQL.
class PostgresStoreTest {
    private final List<String> places = new ArrayList<>();

    @AfterEach
    void drop() {
        places.forEach(PostgresForTests::drop);
    }

    private StoreLocation first() {
        if (places.isEmpty()) another();
        return StoreLocation.parse(places.getFirst());
    }

    private StoreLocation another() {
        places.add(PostgresForTests.emptyPlace());
        return StoreLocation.parse(places.getLast());
    }

    @Nested
    class Engine extends EventStorageEngineContract {
        @Override
        StoreLocation location() {
            return first();
        }
    }

    @Nested
    class BulkReading extends FactsContract {
        @Override
        StoreLocation location() {
            return first();
        }
    }

    @Nested
    class TransactionsOf extends TransactionsContract {
        @Override
        StoreLocation location() {
            return first();
        }

        @Override
        StoreLocation copyOfLocation() {
            PostgresForTests.endWriters(places.getFirst());
            return first();
        }

        @Override
        StoreLocation anotherLocation() {
            return another();
        }
    }

    @Nested
    class Once extends OnceIndexContract {
        @Override
        StoreLocation location() {
            return first();
        }
    }

    @Nested
    class IdentitiesOf extends IdentitiesContract {
        @Override
        StoreLocation location() {
            return first();
        }
    }

    @Nested
    class VaultOf extends VaultContract {
        @Override
        StoreLocation location() {
            return first();
        }
    }

    @Nested
    class TokensOf extends TokensContract {
        @Override
        StoreLocation location() {
            return first();
        }
    }

    @Nested
    class Unreadable extends UnreadableFactContract {
        @Override
        StoreLocation location() {
            return first();
        }

        @Override
        Connection connect() throws SQLException {
            return PostgresForTests.connect(places.getFirst());
        }
    }

    @Nested
    class Embedded extends EmbeddedEventStoreContract {
        @Override
        StoreLocation location() {
            return first();
        }
    }

    @Nested
    class Replays extends SqlAskedReplaysContract {
        @Override
        StoreLocation location() {
            return first();
        }
    }
}
