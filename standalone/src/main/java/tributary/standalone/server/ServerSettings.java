package tributary.standalone.server;

import java.nio.file.Path;
import tributary.query.cluster.Role;
import tributary.store.PostgresDatabase;
import tributary.store.SqliteFile;
import tributary.store.StoreLocation;

/// How a server is to run.
///
/// @param port 0 takes a free one
/// @param events what [StoreLocation#parse] takes, or `null` for a file of SQLite in the data folder
/// @param mongo what [tributary.query.mongo.MongoPlace#parse] takes, or `null` to publish no figures
/// @param role what this process does
/// @param advertise the address at which other nodes reach it, or `null` for the one it listens on
/// @param adminToken the one to use, or `null` (or blank) for one that is made once and kept in the data folder
public record ServerSettings(
        String host, int port, Path data, String events, String mongo, Role role, String advertise, String adminToken) {
    public ServerSettings(String host, int port, Path data, String events, String adminToken) {
        this(host, port, data, events, null, adminToken);
    }

    public ServerSettings(String host, int port, Path data, String events, String mongo, String adminToken) {
        this(host, port, data, events, mongo, Role.ALL, null, adminToken);
    }

    /// Whether there may be other nodes: they share the facts by PostgreSQL, and what they know of each other by
    /// MongoDB.
    boolean shared() {
        return mongo != null && storeLocation(data) instanceof PostgresDatabase;
    }

    StoreLocation storeLocation(Path folder) {
        return events == null ? new SqliteFile(folder.resolve("events.db")) : StoreLocation.parse(events);
    }

    /// Without what may hold a secret.
    @Override
    public String toString() {
        return "ServerSettings[" + host + ":" + port + ", " + data + "]";
    }
}
