package tributary.query.journey;

import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// The order in which touches lie in memory, that of the numbers of their persons, and the index that tells where they
/// are: both made at once, after many facts. [Compaction] does it a little at a time.
final class Layout {
    /// So many parts of the index are built beside each other.
    private static final int INDEX_PARTS = 16;

    private final Strands strands;
    private final StrandIndex index;
    private final Supplier<People> cursors;
    private final Hands hands;

    /// @param cursors give each thread one of its own
    Layout(Strands strands, StrandIndex index, Supplier<People> cursors, Hands hands) {
        this.strands = strands;
        this.index = index;
        this.cursors = cursors;
        this.hands = hands;
    }

    /// Lays all touches close together.
    void lay() {
        strands.sort();
        var old = strands.beginCompacting();
        eachStrand(strand -> strands.relay(strand, old));
        strands.endCompacting(hands);
        buildIndex();
    }

    void buildIndex() {
        index.begin();
        var parts = new StrandIndex[INDEX_PARTS];
        var persons = strands.size() / INDEX_PARTS + 1;
        hands.share(0, INDEX_PARTS, 1, (from, to) -> {
            for (var i = from; i < to; i++) {
                var part = index.part();
                eachStrand(
                        i * persons, Math.min((i + 1) * persons, strands.size()), strand -> part.put(strands, strand));
                parts[i] = part;
            }
        });
        for (var part : parts) index.addAll(part);
        index.trim();
    }

    /// Strands in the order in which they lie.
    void eachStrand(IntConsumer out) {
        eachStrand(0, strands.size(), out);
    }

    private void eachStrand(int from, int to, IntConsumer out) {
        var people = cursors.get();
        for (var number = from; number < to; number++) {
            people.person(number);
            for (var i = 0; i < people.strands(); i++) if (people.isHome(i)) out.accept(people.number(i));
        }
    }
}
