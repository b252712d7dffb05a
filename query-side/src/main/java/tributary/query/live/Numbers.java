package tributary.query.live;

import java.util.BitSet;
import java.util.function.IntConsumer;

/// A set of numbers, of persons or deals, that knows its size.
final class Numbers {
    private final BitSet bits = new BitSet();
    private int size;

    void add(int number) {
        if (bits.get(number)) return;
        bits.set(number);
        size++;
    }

    int size() {
        return size;
    }

    void each(IntConsumer out) {
        for (var number = bits.nextSetBit(0); number >= 0; number = bits.nextSetBit(number + 1)) out.accept(number);
    }

    /// Ascending.
    int[] all() {
        return bits.stream().toArray();
    }

    void clear() {
        bits.clear();
        size = 0;
    }
}
