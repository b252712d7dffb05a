package tributary.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tributary.events.Sealed;

/// Properties as JSON under AES-256-GCM. Bytes: the version 1; a nonce of 12 bytes; the cipher text with its tag of
/// 16 bytes. The tag also covers `ACCOUNT/CONTACT`, so that a seal cannot be passed off as another contact's.
final class Seal {
    static final int KEY_BYTES = 32;

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private final JsonMapper json = new JsonMapper();
    private final SecureRandom random;
    /// Finding one takes longer than sealing with it.
    private final Cipher sealing = cipher();

    Seal(SecureRandom random) {
        this.random = random;
    }

    /// One thread at a time.
    Sealed close(byte[] secret, ContactKey key, Map<String, String> personal) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            begin(sealing, Cipher.ENCRYPT_MODE, secret, key, nonce, 0);
            var closed = sealing.doFinal(json.writeValueAsBytes(new TreeMap<>(personal)));
            var bytes = new byte[1 + NONCE_BYTES + closed.length];
            bytes[0] = VERSION;
            System.arraycopy(nonce, 0, bytes, 1, NONCE_BYTES);
            System.arraycopy(closed, 0, bytes, 1 + NONCE_BYTES, closed.length);
            return new Sealed(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has AES/GCM", impossible);
        }
    }

    /// @throws IllegalArgumentException if this was not sealed for the contact, with this key
    Map<String, String> open(byte[] secret, ContactKey key, Sealed sealed) {
        var bytes = sealed.bytes();
        if (bytes.length <= 1 + NONCE_BYTES || bytes[0] != VERSION)
            throw new IllegalArgumentException("what is sealed for contact " + key.contact() + " has no known form");
        try {
            int start = 1 + NONCE_BYTES;
            var opening = cipher();
            begin(opening, Cipher.DECRYPT_MODE, secret, key, bytes, 1);
            var open = opening.doFinal(bytes, start, bytes.length - start);
            return json.readValue(open, TEXTS);
        } catch (AEADBadTagException altered) {
            throw new IllegalArgumentException(
                    "what is sealed for contact " + key.contact() + " was altered, or is another's", altered);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has AES/GCM", impossible);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has AES/GCM", impossible);
        }
    }

    private static void begin(Cipher cipher, int mode, byte[] secret, ContactKey key, byte[] nonce, int at)
            throws GeneralSecurityException {
        cipher.init(
                mode,
                new SecretKeySpec(secret, "AES"),
                new GCMParameterSpec(TAG_BITS, Arrays.copyOfRange(nonce, at, at + NONCE_BYTES)));
        cipher.updateAAD((key.account() + "/" + key.contact()).getBytes(StandardCharsets.UTF_8));
    }
}
