package tributary.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tributary.events.AccountId;

/// The first 96 bits of SHA-256 over account, source and id, parted by zero bytes.
record OnceHash(long high, int low) {
    static final int BYTES = Long.BYTES + Integer.BYTES;

    @Override
    public int hashCode() {
        return low;
    }

    /// Makes hashes, one after the other; remembers the last, since each is asked for twice.
    static final class Maker {
        private final MessageDigest sha256 = sha256();
        private AccountId account;
        private String source;
        private String id;
        private OnceHash last;

        OnceHash of(AccountId account, String source, String id) {
            if (id.equals(this.id) && source.equals(this.source) && account.equals(this.account)) return last;
            this.account = account;
            this.source = source;
            this.id = id;
            last = make();
            return last;
        }

        private OnceHash make() {
            sha256.update(account.value().getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            sha256.update(source.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
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
