package tributary.store;

import java.nio.file.Path;
import tributary.events.Refusal;

/// Where facts are kept.
///
/// @param file of the SQLite database; its folder is made when it is missing
public record StoreLocation(Path file) {
    private static final String SQLITE = "sqlite:";

    /// @param text `sqlite:FILE`
    /// @throws Refusal.Invalid if it is anything else, naming what would be accepted
    public static StoreLocation parse(String text) {
        if (text.startsWith("postgresql:"))
            throw invalid("facts cannot be kept in PostgreSQL yet; what is accepted now is sqlite:FILE");
        if (!text.startsWith(SQLITE) || text.length() == SQLITE.length())
            throw invalid("facts cannot be kept in " + kind(text) + "; what is accepted is sqlite:FILE");
        return new StoreLocation(Path.of(text.substring(SQLITE.length())));
    }

    /// What may be repeated of it: the rest could hold a password.
    private static String kind(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? "\"" + text + "\"" : text.substring(0, colon + 1) + "…";
    }

    private static Refusal invalid(String detail) {
        return new Refusal.Invalid("unknown-event-store", "The place for facts is not one we know", detail);
    }

    @Override
    public String toString() {
        return SQLITE + file;
    }
}
