package tributary.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The PostgreSQL that tests share: the one at `TRIBUTARY_TEST_POSTGRES_URL`, as `./verify` sets it, or else one that
/// is started at the first need and ends with the JVM. Without either the tests fail; none is left out.
public final class PostgresForTests {
    private static final String ADDRESS = "TRIBUTARY_TEST_POSTGRES_URL";
    private static final String PREFIX = "test_" + ProcessHandle.current().pid() + "_";
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private PostgresForTests() {}

    /// Started when somebody asks for it, and only once.
    private static final class Own {
        private static final String ADDRESS = start();

        private static String start() {
            var server = PostgresServer.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server.address();
        }
    }

    private static String server() {
        var given = System.getenv(ADDRESS);
        return given == null || given.isBlank() ? Own.ADDRESS : given;
    }

    /// An empty schema of its own, as an address that [StoreLocation#parse] takes.
    public static String emptyPlace() {
        var schema = PREFIX + SCHEMAS.incrementAndGet();
        execute("drop schema if exists " + schema + " cascade");
        execute("create schema " + schema);
        var server = server();
        return server + (server.contains("?") ? "&" : "?") + PostgresDatabase.SCHEMA + "=" + schema;
    }

    /// Throws away a place with everything in it.
    public static void drop(String place) {
        execute("drop schema " + parsed(place).options().get(PostgresDatabase.SCHEMA) + " cascade");
    }

    /// Ends the sessions that hold the right to write to this place, as the death of their process would.
    static void endWriters(String place) {
        execute("""
                select pg_terminate_backend(pid, 10000) from pg_locks
                where locktype = 'advisory' and granted
                    and database = (select oid from pg_database where datname = current_database())
                    and (classid::bigint << 32 | objid::bigint) = hashtextextended('tributary/%s', 0)""".formatted(parsed(place).options().get(PostgresDatabase.SCHEMA)));
    }

    private static void execute(String statement) {
        try (var connection = connect(server());
                var statements = connection.createStatement()) {
            statements.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static Connection connect(String place) throws SQLException {
        var database = parsed(place);
        var connection = DriverManager.getConnection(
                "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.database(),
                database.user(),
                database.password());
        for (var option : Map.copyOf(database.options()).entrySet())
            if (option.getKey().equals(PostgresDatabase.SCHEMA)) connection.setSchema(option.getValue());
        return connection;
    }

    private static PostgresDatabase parsed(String place) {
        return (PostgresDatabase) StoreLocation.parse(place);
    }
}
