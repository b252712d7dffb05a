package tributary.query.journey;

import java.util.Arrays;
import java.util.BitSet;

/// A set of numbers that remembers only what was put in since it was emptied.
final class Numbers {
    private final BitSet present = new BitSet();
    private int[] members = {};
    private int size;

    void add(int number) {
        if (present.get(number)) return;
        present.set(number);
        members = Room.in(members, size + 1);
        members[size++] = number;
    }

    boolean has(int number) {
        return present.get(number);
    }

    int size() {
        return size;
    }

    int get(int index) {
        return members[index];
    }

    int[] ascending() {
        var ascending = Arrays.copyOf(members, size);
        Arrays.sort(ascending);
        return ascending;
    }

    void clear() {
        for (var i = 0; i < size; i++) present.clear(members[i]);
        size = 0;
    }
}
