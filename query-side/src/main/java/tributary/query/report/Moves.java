package tributary.query.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tributary.attribution.explain.Decision;

/// What is in a list under one rule set only, or otherwise under the other.
///
/// @param <V> what is known of a member of the list under one rule set
final class Moves<V> {
    /// Most members that are told of a list; `entered`, `left` and `changed` count all.
    static final int MOST_TOLD = 1000;

    enum Kind {
        /// Only under the second.
        ENTERED,
        /// Only under the first.
        LEFT,
        /// Under both, but otherwise.
        CHANGED
    }

    /// @param number of the contact or deal
    record Move<V>(int number, Kind kind, Optional<V> a, Optional<V> b) {
        /// The side under which the member is not; of one that is under both the first.
        Decision.Side without() {
            return kind == Kind.LEFT ? Decision.Side.B : Decision.Side.A;
        }
    }

    private final List<Move<V>> moves = new ArrayList<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    /// @param id by which they are told in order
    Moves(Map<Integer, V> a, Map<Integer, V> b, Function<Integer, String> id) {
        for (var kind : Kind.values()) counts.put(kind, 0);
        var numbers = new TreeMap<String, Integer>();
        a.keySet().forEach(number -> numbers.put(id.apply(number), number));
        b.keySet().forEach(number -> numbers.put(id.apply(number), number));
        for (var number : numbers.values()) add(number, a.get(number), b.get(number));
    }

    private void add(int number, V inA, V inB) {
        if (Objects.equals(inA, inB)) return;
        var kind = inA == null ? Kind.ENTERED : inB == null ? Kind.LEFT : Kind.CHANGED;
        counts.merge(kind, 1, Integer::sum);
        moves.add(new Move<>(number, kind, Optional.ofNullable(inA), Optional.ofNullable(inB)));
    }

    /// As answers tell them.
    Map<String, Object> told(Function<Move<V>, Map<String, Object>> move) {
        var told = new Fields();
        counts.forEach((kind, count) -> told.put(kind.name().toLowerCase(Locale.ROOT), count));
        return told.put("moves", moves.stream().limit(MOST_TOLD).map(move).toList())
                .asMap();
    }
}
