package tributary.query.cluster;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Leases for nodes within one process.
final class HeapLeases implements Leases {
    private final InstantSource time;
    private final TreeMap<String, Seen> nodes = new TreeMap<>();
    private final Held[] owners = new Held[Segments.COUNT];
    private final Held[] heirs = new Held[Segments.COUNT];

    private record Seen(Node node, Instant until) {}

    private record Held(String node, Instant until) {}

    HeapLeases(InstantSource time) {
        this.time = time;
    }

    @Override
    public synchronized Standing beat(Node node) {
        nodes.put(node.id(), new Seen(node, until()));
        renew(owners, node.id());
        renew(heirs, node.id());
        var now = time.instant();
        return new Standing(
                nodes.values().stream()
                        .filter(seen -> seen.until().isAfter(now))
                        .map(Seen::node)
                        .toList(),
                IntStream.range(0, Segments.COUNT)
                        .mapToObj(segment -> new Lease(segment, living(owners[segment]), living(heirs[segment])))
                        .toList());
    }

    private void renew(Held[] held, String node) {
        for (var segment = 0; segment < held.length; segment++)
            if (held[segment] != null && held[segment].node().equals(node)) held[segment] = new Held(node, until());
    }

    private Instant until() {
        return time.instant().plus(SILENCE);
    }

    private Optional<String> living(Held held) {
        return Optional.ofNullable(held)
                .filter(each -> each.until().isAfter(time.instant()))
                .map(Held::node);
    }

    @Override
    public synchronized boolean inherit(int segment, String node) {
        if (living(heirs[segment]).filter(heir -> !heir.equals(node)).isPresent()) return false;
        heirs[segment] = new Held(node, until());
        return true;
    }

    @Override
    public synchronized boolean own(int segment, String node) {
        if (!living(heirs[segment]).equals(Optional.of(node))) return false;
        heirs[segment] = null;
        owners[segment] = new Held(node, until());
        return true;
    }

    @Override
    public synchronized void leave(String node) {
        nodes.remove(node);
        free(owners, node);
        free(heirs, node);
    }

    private static void free(Held[] held, String node) {
        for (var segment = 0; segment < held.length; segment++)
            if (held[segment] != null && held[segment].node().equals(node)) held[segment] = null;
    }
}
