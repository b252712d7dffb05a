package tributary.store;

/// A new token. The secret is kept nowhere and can be shown this one time only.
public record Issued(String id, String secret) {
    @Override
    public String toString() {
        return "Issued[" + id + "]";
    }
}
