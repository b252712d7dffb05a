package tributary.store;

import java.util.Arrays;

/// The hashes of one transaction, in the order in which they came; the last can be taken back.
final class OnceRun {
    private static final int FEWEST = 1 << 10;
    /// Larger tables are given back after their transaction.
    private static final int MOST_KEPT = 1 << 15;

    private long[] highs = new long[FEWEST];
    private int[] lows = new int[FEWEST];
    private int size;
    /// Where each hash stands, plus one; found by linear probing, 0 where there is none. Twice as long as the rest.
    private int[] places = new int[2 * FEWEST];

    int size() {
        return size;
    }

    long high(int index) {
        return highs[index];
    }

    int low(int index) {
        return lows[index];
    }

    boolean contains(OnceHash hash) {
        return size > 0 && places[slot(hash.high(), hash.low())] != 0;
    }

    void add(OnceHash hash) {
        if (size == highs.length) grow();
        highs[size] = hash.high();
        lows[size] = hash.low();
        places[slot(hash.high(), hash.low())] = ++size;
    }

    /// Nothing was found past the last one's place since it was added, so that freeing it hides no other.
    void removeLast() {
        places[slot(highs[size - 1], lows[size - 1])] = 0;
        size--;
    }

    private int slot(long high, int low) {
        int mask = places.length - 1;
        int slot = (int) (high >>> 32) & mask;
        for (int at = places[slot]; at != 0; at = places[slot]) {
            if (highs[at - 1] == high && lows[at - 1] == low) break;
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        highs = Arrays.copyOf(highs, 2 * size);
        lows = Arrays.copyOf(lows, 2 * size);
        places = new int[4 * size];
        for (int i = 0; i < size; i++) places[slot(highs[i], lows[i])] = i + 1;
    }

    void clear() {
        if (highs.length > MOST_KEPT) {
            highs = new long[FEWEST];
            lows = new int[FEWEST];
            places = new int[2 * FEWEST];
        } else if (size > 0) Arrays.fill(places, 0);
        size = 0;
    }

    /// As they stand in the table.
    byte[] bytes() {
        var bytes = new byte[size * OnceHash.BYTES];
        for (int i = 0, at = 0; i < size; i++, at += OnceHash.BYTES) {
            BigEndian.putLong(bytes, at, highs[i]);
            BigEndian.putInt(bytes, at + Long.BYTES, lows[i]);
        }
        return bytes;
    }
}
