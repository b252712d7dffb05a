package tributary.query.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import java.util.concurrent.atomic.AtomicInteger;

/// The MongoDB that tests share: the one at `TRIBUTARY_TEST_MONGODB_URI`, as `./verify` sets it, or else one that is
/// started at the first need and ends with the JVM. Without either the tests fail; none is left out.
public final class MongoForTests {
    private static final String ADDRESS = "TRIBUTARY_TEST_MONGODB_URI";
    private static final String PREFIX = "test_" + ProcessHandle.current().pid() + "_";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private MongoForTests() {}

    /// Started when somebody asks for it, and only once.
    private static final class Own {
        private static final String ADDRESS = start();

        private static String start() {
            var server = MongoServer.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server.address();
        }
    }

    private static String server() {
        var given = System.getenv(ADDRESS);
        return given == null || given.isBlank() ? Own.ADDRESS : given;
    }

    /// An empty database of its own, as an address that the driver takes.
    public static String emptyPlace() {
        var place = in(server(), PREFIX + DATABASES.incrementAndGet());
        drop(place);
        return place;
    }

    /// Throws away a database with everything in it.
    public static void drop(String place) {
        try (var client = MongoClients.create(place)) {
            client.getDatabase(new ConnectionString(place).getDatabase()).drop();
        }
    }

    /// The same server's address, with another database in its path.
    private static String in(String server, String database) {
        var hosts = server.indexOf("//") + 2;
        var path = server.indexOf('/', hosts);
        var options = server.indexOf('?', hosts);
        var end = path >= 0 ? path : options >= 0 ? options : server.length();
        return server.substring(0, end) + "/" + database + (options >= 0 ? server.substring(options) : "");
    }
}
