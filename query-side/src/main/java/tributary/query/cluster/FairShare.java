package tributary.query.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many segments each node should have, and which of them a node that has too few should get.
final class FairShare {
    private final Standing standing;
    private final List<String> nodes;

    FairShare(Standing standing) {
        this.standing = standing;
        this.nodes = standing.nodes().stream()
                .filter(node -> node.role().answers())
                .map(Node::id)
                .toList();
    }

    /// The segments a node should become heir to: first those without an owner, then of what others have too much.
    List<Integer> wanted(String node) {
        var lacking = -surplus(node);
        var wanted = new ArrayList<Integer>();
        var left = new HashMap<String, Integer>();
        for (var lease : standing.leases()) if (lease.isFree()) wanted.add(lease.segment());
        for (var lease : standing.leases()) if (isLeft(lease, left)) wanted.add(lease.segment());
        return wanted.subList(0, Math.clamp(lacking, 0, wanted.size()));
    }

    /// Whether its owner has more than it should, without what it gives away already.
    private boolean isLeft(Lease lease, Map<String, Integer> left) {
        if (lease.heir().isPresent() || lease.owner().isEmpty()) return false;
        var owner = lease.owner().get();
        var remaining = left.computeIfAbsent(owner, this::surplus);
        left.put(owner, remaining - 1);
        return remaining > 0;
    }

    private int surplus(String node) {
        var has = (int)
                standing.leases().stream().filter(lease -> lease.isFor(node)).count();
        return has - quota(node);
    }

    private int quota(String node) {
        var rank = nodes.indexOf(node);
        if (rank < 0) return 0;
        return Segments.COUNT / nodes.size() + (rank < Segments.COUNT % nodes.size() ? 1 : 0);
    }
}
