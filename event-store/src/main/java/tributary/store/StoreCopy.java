package tributary.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import tributary.events.Refusal;

/// A copy of a whole SQLite store in a file of its own: one state of it, whatever is written meanwhile, and nothing of
/// what was deleted.
///
/// @param storeId tells one store from another
/// @param position of the last fact in it
public record StoreCopy(String storeId, long position) {
    private static final int BUSY_MILLIS = 10_000;

    /// Makes a copy; whoever reads and writes the store goes on.
    ///
    /// @param into a file that is not there yet; only its owner will be able to read it
    /// @throws Refusal.Invalid if the store is no SQLite file, or not there
    public static StoreCopy make(StoreLocation location, Path into) {
        var file = file(location);
        try {
            Files.createFile(into, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var store = open(file);
                    var statement = store.prepareStatement("vacuum into ?")) {
                statement.setString(1, into.toString());
                statement.execute();
            }
            return of(into);
        } catch (SQLException | IOException failure) {
            throw new StoreException("the event store at " + file + " cannot be copied to " + into, failure);
        }
    }

    /// The file of a store.
    ///
    /// @throws Refusal.Invalid if it is no SQLite file, or not there
    public static Path file(StoreLocation location) {
        return switch (location) {
            case SqliteFile(var file) when Files.isRegularFile(file) -> file;
            case SqliteFile(var file) -> throw StoreLocation.invalid("there is no event store at " + file);
            case PostgresDatabase _ ->
                throw StoreLocation.invalid(
                        "the event store is in PostgreSQL, whose own tools copy it: use pg_dump for "
                                + "the whole schema, and psql or pg_restore to bring it back");
        };
    }

    private static StoreCopy of(Path file) throws SQLException {
        try (var copy = open(file);
                var statement = copy.createStatement();
                var row = statement.executeQuery(
                        "select (select value from meta where name = 'store-id'), (select max(position) from events)")) {
            return new StoreCopy(new String(row.getBytes(1), StandardCharsets.UTF_8), row.getLong(2));
        }
    }

    private static Connection open(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        return config.createConnection("jdbc:sqlite:" + file);
    }
}
