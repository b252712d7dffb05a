package tributary.query.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tributary.events.StoredName;
import tributary.query.figures.Metric;
import tributary.query.live.Hindsight;
import tributary.store.Recorded;

/// Notes which facts moved a campaign's metrics, and by how much.
final class Movements implements Hindsight.Follower<Standing> {
    /// Most facts that are told; `total` tells how many there are.
    static final int MOST_TOLD = 100;

    private final List<Cause> causes = new ArrayList<>();
    private final Map<Metric, BigDecimal> wholeWay = new EnumMap<>(Metric.class);
    private Standing then;
    private Standing now;

    private record Cause(long position, Instant recordedAt, String fact, Map<Metric, BigDecimal> moved) {
        static Cause of(Recorded recorded, Map<Metric, BigDecimal> moved) {
            var name = StoredName.of(recorded.fact().getClass()).stored();
            return new Cause(recorded.position(), recorded.recordedAt(), name, moved);
        }
    }

    @Override
    public void begins(Standing measured) {
        then = measured;
        now = measured;
    }

    @Override
    public void goesOn(Recorded fact, Standing measured) {
        var moved = measured.since(now);
        now = measured;
        if (moved.isEmpty()) return;
        causes.add(Cause.of(fact, moved));
        moved.forEach((metric, difference) -> wholeWay.merge(metric, difference.abs(), BigDecimal::add));
    }

    /// Each metric as it was and as it is.
    Map<String, Object> metrics() {
        var told = new LinkedHashMap<String, Object>();
        then.values()
                .forEach((metric, value) -> told.put(
                        metric.word(),
                        new Fields()
                                .put("then", Standing.written(metric, value))
                                .put(
                                        "now",
                                        Standing.written(metric, now.values().get(metric)))
                                .asMap()));
        return told;
    }

    /// The first of the facts that moved something, largest first.
    List<Map<String, Object>> causes() {
        return causes.stream()
                .sorted(Comparator.comparingDouble(this::size).reversed().thenComparing(Cause::position))
                .limit(MOST_TOLD)
                .map(Movements::told)
                .toList();
    }

    /// Metrics are counted in different things, so each counts by its part in all that this metric moved.
    private double size(Cause cause) {
        var size = 0.0;
        for (var moved : cause.moved.entrySet())
            size += moved.getValue().abs().doubleValue()
                    / wholeWay.get(moved.getKey()).doubleValue();
        return size;
    }

    private static Map<String, Object> told(Cause cause) {
        var moved = new LinkedHashMap<String, Object>();
        cause.moved.forEach((metric, difference) -> moved.put(metric.word(), Standing.written(metric, difference)));
        return new Fields()
                .put("position", cause.position())
                .put("recordedAt", cause.recordedAt().toString())
                .put("fact", cause.fact())
                .put("moved", moved)
                .asMap();
    }

    /// How many facts moved something.
    int total() {
        return causes.size();
    }
}
