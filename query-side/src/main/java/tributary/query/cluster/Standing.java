package tributary.query.cluster;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How things stand among the nodes.
///
/// @param nodes those that live, by their ids
/// @param leases one for each segment, in order
record Standing(List<Node> nodes, List<Lease> leases) {
    static final Standing UNKNOWN = new Standing(
            List.of(), IntStream.range(0, Segments.COUNT).mapToObj(Lease::free).toList());

    Standing {
        nodes = List.copyOf(nodes);
        leases = List.copyOf(leases);
    }

    Optional<Node> owner(int segment) {
        return leases.get(segment).owner().flatMap(this::node);
    }

    private Optional<Node> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }
}
