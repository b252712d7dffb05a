package tributary.standalone.server;

import java.nio.file.Path;
import tributary.store.StoreLocation;

/// How a server is to run.
///
/// @param port 0 takes a free one
/// @param events `sqlite:FILE`, or `null` for a file in the data folder
/// @param adminToken the one to use, or `null` (or blank) for one that is made once and kept in the data folder
public record ServerSettings(String host, int port, Path data, String events, String adminToken) {
    StoreLocation storeLocation(Path folder) {
        return StoreLocation.parse(events == null ? "sqlite:" + folder.resolve("events.db") : events);
    }
}
