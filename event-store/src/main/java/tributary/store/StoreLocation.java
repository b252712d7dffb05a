package tributary.store;

import java.nio.file.Path;
import tributary.events.Refusal;

/// Where facts are kept.
public sealed interface StoreLocation permits SqliteFile, PostgresDatabase {
    /// What [#parse] takes.
    String ACCEPTED = SqliteFile.FORM + " or " + PostgresDatabase.FORM;

    /// @throws Refusal.Invalid if it is not of a form that is accepted; the text names those, and repeats no password
    static StoreLocation parse(String text) {
        if (text.startsWith(SqliteFile.SCHEME) && text.length() > SqliteFile.SCHEME.length())
            return new SqliteFile(Path.of(text.substring(SqliteFile.SCHEME.length())));
        if (text.startsWith(PostgresDatabase.SCHEME)) return PostgresDatabase.parse(text);
        if (text.startsWith("axonserver:"))
            throw invalid("facts cannot be kept in Axon Server yet; what is accepted is " + ACCEPTED);
        throw invalid("facts cannot be kept in " + kind(text) + "; what is accepted is " + ACCEPTED);
    }

    /// What may be repeated of it: the rest could hold a password.
    private static String kind(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) return text.contains("@") ? "what was given" : "\"" + text + "\"";
        return text.substring(0, colon + 1) + "…";
    }

    static Refusal invalid(String detail) {
        return new Refusal.Invalid("unknown-event-store", "The place for facts is not one we know", detail);
    }
}
