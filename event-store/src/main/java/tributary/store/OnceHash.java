package tributary.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tributary.events.AccountId;

/// The first 96 bits of SHA-256 over account, source and id, parted by zero bytes. Can be made ahead, by whoever reads
/// an id.
public record OnceHash(long high, int low) {
    static final int BYTES = Long.BYTES + Integer.BYTES;

    @Override
    public int hashCode() {
        return low;
    }

    /// Makes hashes for one account and source, one after the other.
    public static final class Maker {
        private final MessageDigest sha256 = sha256();
        private final byte[] accountAndSource;

        public Maker(AccountId account, String source) {
            accountAndSource = (account.value() + '\0' + source + '\0').getBytes(StandardCharsets.UTF_8);
        }

        public OnceHash of(String id) {
            sha256.update(accountAndSource);
            var digest = sha256.digest(id.getBytes(StandardCharsets.UTF_8));
            return new OnceHash(BigEndian.getLong(digest, 0), BigEndian.getInt(digest, Long.BYTES));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new AssertionError("every Java platform has SHA-256", impossible);
            }
        }
    }
}
