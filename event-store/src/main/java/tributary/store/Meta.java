package tributary.store;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.UUID;

/// What the database knows of itself.
///
/// @param addressKey of the keyed hashes of addresses
record Meta(String storeId, byte[] addressKey) {
    /// Raised when the tables change in a way that an older program would not notice.
    private static final String SCHEMA = "1";

    private static final int ADDRESS_KEY_BYTES = 32;

    /// Makes the tables and keys that are missing, in one transaction.
    static Meta prepare(Dialect dialect, Session writer, SecureRandom random) throws SQLException {
        dialect.beginWriting(writer);
        try {
            for (var statement : dialect.schema()) writer.execute(statement);
            var schema = text(kept(writer, "schema", bytes(SCHEMA)));
            if (!schema.equals(SCHEMA))
                throw new StoreException(
                        "the event store has tables of version " + schema + "; this program knows " + SCHEMA, null);
            var key = new byte[ADDRESS_KEY_BYTES];
            random.nextBytes(key);
            var meta = new Meta(
                    text(kept(writer, "store-id", bytes(UUID.randomUUID().toString()))),
                    kept(writer, "address-key", key));
            dialect.commit(writer);
            return meta;
        } catch (Throwable failure) {
            dialect.rollback(writer);
            throw failure;
        }
    }

    private static byte[] kept(Session writer, String name, byte[] otherwise) throws SQLException {
        var value = writer.first(row -> row.getBytes(1), "select value from meta where name = ?", name);
        if (value != null) return value;
        writer.execute("insert into meta (name, value) values (?, ?)", name, otherwise);
        return otherwise;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
