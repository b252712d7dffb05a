package tributary.attribution.judge;

import java.util.Arrays;

/// The earliest moment for each pair of campaign and key: an open-addressing table that is emptied by visiting what
/// it holds, so that small persons stay cheap after a big one.
final class PairMinima {
    private static final long FREE = -1;

    private long[] pairs = new long[64];
    private long[] earliest = new long[64];
    private int[] slots = new int[32];
    private int size;

    PairMinima() {
        Arrays.fill(pairs, FREE);
    }

    void clear() {
        for (var i = 0; i < size; i++) pairs[slots[i]] = FREE;
        size = 0;
    }

    void put(int campaign, int key, long at) {
        var pair = (long) campaign << Integer.SIZE | key;
        var slot = slot(pair);
        if (pairs[slot] == pair) {
            if (at < earliest[slot]) earliest[slot] = at;
        } else {
            add(slot, pair, at);
            if (size == slots.length) grow();
        }
    }

    private void add(int slot, long pair, long at) {
        pairs[slot] = pair;
        earliest[slot] = at;
        slots[size++] = slot;
    }

    private int slot(long pair) {
        var mask = pairs.length - 1;
        var slot = (int) (pair * 0x9E3779B97F4A7C15L >>> 33) & mask;
        while (pairs[slot] != pair && pairs[slot] != FREE) slot = slot + 1 & mask;
        return slot;
    }

    private void grow() {
        var oldPairs = pairs;
        var oldEarliest = earliest;
        var oldSlots = slots;
        pairs = new long[oldPairs.length * 2];
        earliest = new long[pairs.length];
        slots = new int[oldSlots.length * 2];
        Arrays.fill(pairs, FREE);
        size = 0;
        for (var old : oldSlots) add(slot(oldPairs[old]), oldPairs[old], oldEarliest[old]);
    }

    int size() {
        return size;
    }

    int campaign(int index) {
        return (int) (pairs[slots[index]] >>> Integer.SIZE);
    }

    int key(int index) {
        return (int) pairs[slots[index]];
    }

    long earliest(int index) {
        return earliest[slots[index]];
    }
}
