package tributary.standalone.http;

/// The server's own token, which may create accounts and act in each of them.
public final class AdminToken extends SecretToken {
    public AdminToken(String secret) {
        super(secret);
    }
}
