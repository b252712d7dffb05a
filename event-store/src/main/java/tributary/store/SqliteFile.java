package tributary.store;

import java.nio.file.Path;

/// Facts in a file of SQLite.
///
/// @param file its folder is made when it is missing
public record SqliteFile(Path file) implements StoreLocation {
    static final String SCHEME = "sqlite:";
    static final String FORM = "sqlite:FILE";

    @Override
    public String toString() {
        return SCHEME + file;
    }
}
