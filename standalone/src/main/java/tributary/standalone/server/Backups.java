package tributary.standalone.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.LongConsumer;
import tributary.store.StoreCopy;
import tributary.store.StoreLocation;

/// Takes backups.
public final class Backups {
    private Backups() {}

    /// Copies the store beside the file, packs the copy, and removes it.
    ///
    /// @param beside the file that is written; the copy is laid beside it
    /// @param progress is told how many bytes are packed
    /// @throws tributary.events.Refusal if the store is no SQLite file, or not there
    public static Backup take(StoreLocation location, Path beside, OutputStream to, Clock clock, LongConsumer progress)
            throws IOException {
        var database = beside.resolveSibling(beside.getFileName() + ".copy");
        Files.deleteIfExists(database);
        try {
            var takenAt = clock.instant();
            return Backup.pack(StoreCopy.make(location, database), database, takenAt, to, progress);
        } finally {
            Files.deleteIfExists(database);
        }
    }
}
