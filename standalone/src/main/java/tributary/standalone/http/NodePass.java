package tributary.standalone.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// By what nodes know that a request was forwarded by one of them: it follows from the admin token, which all of them
/// have. It opens nothing; who calls is found out anew from the caller's own token.
public final class NodePass {
    static final String HEADER = "Tributary-Forwarded";

    private final String text;

    public NodePass(String adminToken) {
        this.text = HexFormat.of().formatHex(sha256("nodes of Tributary:" + adminToken));
    }

    String text() {
        return text;
    }

    /// Takes the same time whatever is presented.
    boolean matches(String presented) {
        return MessageDigest.isEqual(sha256(text), sha256(presented));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
