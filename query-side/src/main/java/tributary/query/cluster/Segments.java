package tributary.query.cluster;

import tributary.events.AccountId;

/// Accounts are spread over a fixed number of segments; a node answers for whole segments.
public final class Segments {
    /// All nodes must agree on it, so it does not change.
    public static final int COUNT = 16;

    private Segments() {}

    /// The segment of an account, from 0; the same on every node.
    public static int of(AccountId account) {
        var hash = account.value().hashCode();
        hash = (hash ^ (hash >>> 16)) * 0x45d9f3b;
        return Math.floorMod(hash ^ (hash >>> 16), COUNT);
    }
}
