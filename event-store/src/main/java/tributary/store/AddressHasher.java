package tributary.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tributary.events.AccountId;

/// Makes keyed hashes (HMAC-SHA-256) of addresses, trimmed and case-folded. Those asked for lately are kept in
/// memory, since most acts name an address again and again.
final class AddressHasher {
    private static final int KEPT = 200_000;

    private final Recent<Folded, AddressHash> known = new Recent<>(KEPT);
    private final SecretKeySpec key;

    AddressHasher(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /// Few threads ask beside the one that records: it hardly ever waits for another.
    synchronized AddressHash hash(AccountId account, String address) {
        var folded = new Folded(account, address.strip().toLowerCase(Locale.ROOT));
        var hash = known.get(folded);
        if (hash == null) {
            hash = make(folded);
            known.put(folded, hash);
        }
        return hash;
    }

    private AddressHash make(Folded folded) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(folded.account().value().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return AddressHash.of(mac.doFinal(folded.address().getBytes(StandardCharsets.UTF_8)), 0);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has HMAC-SHA-256", impossible);
        }
    }

    private record Folded(AccountId account, String address) {
        @Override
        public int hashCode() {
            return address.hashCode();
        }
    }
}
