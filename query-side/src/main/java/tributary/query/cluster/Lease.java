package tributary.query.cluster;

import java.util.Optional;

/// How it stands with a segment.
///
/// @param owner id of the node that answers for it; empty if none does, or the one that did has fallen silent
/// @param heir id of the node that is getting ready to be the next owner, if there is one
record Lease(int segment, Optional<String> owner, Optional<String> heir) {
    static Lease free(int segment) {
        return new Lease(segment, Optional.empty(), Optional.empty());
    }

    boolean isFree() {
        return owner.isEmpty() && heir.isEmpty();
    }

    /// Whether it is this node's in the long run.
    boolean isFor(String node) {
        return heir.or(() -> owner).equals(Optional.of(node));
    }
}
