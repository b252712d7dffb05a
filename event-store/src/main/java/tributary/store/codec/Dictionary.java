package tributary.store.codec;

import java.util.Arrays;

/// Numbers different values in the order in which they are met, from 0. Open addressing, since each value of each
/// interaction is looked up when a batch is packed.
final class Dictionary {
    private Object[] values;
    private int[] numbers;
    private int size;

    /// @param most how many values there will be at most, about
    Dictionary(int most) {
        values = new Object[2 * Integer.highestOneBit(Math.max(1, most)) * 2];
        numbers = new int[values.length];
    }

    int size() {
        return size;
    }

    /// The number of a value, `-1` if it is met for the first time.
    int number(Object value) {
        int mask = values.length - 1;
        int slot = slot(value) & mask;
        for (var met = values[slot]; met != null; met = values[slot]) {
            if (met.equals(value)) return numbers[slot];
            slot = slot + 1 & mask;
        }
        values[slot] = value;
        numbers[slot] = size++;
        if (2 * size > values.length) grow();
        return -1;
    }

    private static int slot(Object value) {
        int hash = value.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 16;
    }

    private void grow() {
        var before = values;
        var numbersBefore = numbers;
        values = new Object[2 * before.length];
        numbers = new int[values.length];
        int mask = values.length - 1;
        for (int i = 0; i < before.length; i++) {
            if (before[i] == null) continue;
            int slot = slot(before[i]) & mask;
            while (values[slot] != null) slot = slot + 1 & mask;
            values[slot] = before[i];
            numbers[slot] = numbersBefore[i];
        }
    }

    void clear() {
        if (size > 0) Arrays.fill(values, null);
        size = 0;
    }
}
