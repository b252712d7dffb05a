package tributary.store;

/// A set of 96-bit hashes in 16 to 22 bytes each. It grows by parts, so that no addition ever moves more than a
/// small share of a large set.
final class OnceSet {
    private static final int PARTS = 256;

    private final Part[] parts = new Part[PARTS];

    OnceSet() {
        clear();
    }

    boolean contains(long high, int low) {
        return part(high).contains(high, low);
    }

    void add(long high, int low) {
        part(high).add(high, low);
    }

    /// How many there are; only about so many to a thread that neither adds nor waits for who does.
    long size() {
        long size = 0;
        for (var part : parts) size += part.size;
        return size;
    }

    /// Makes room for so many, so that a part does not grow step by step while they are added.
    void expect(long count) {
        for (var part : parts) part.expect(count / PARTS + count / PARTS / 8);
    }

    void clear() {
        for (int i = 0; i < PARTS; i++) parts[i] = new Part();
    }

    private Part part(long high) {
        return parts[(int) high & PARTS - 1];
    }

    /// Open addressing with linear probing. Where all bits of a place are 0, it is free; the hash of 0 bits, should
    /// it ever be met, is kept as 1.
    private static final class Part {
        private static final int FEWEST = 16;
        private static final double FULLEST = 0.75;

        private long[] highs = new long[FEWEST];
        private int[] lows = new int[FEWEST];
        private int size;

        boolean contains(long high, int low) {
            int kept = kept(high, low);
            int at = place(high, kept);
            return highs[at] == high && lows[at] == kept;
        }

        void add(long high, int low) {
            int kept = kept(high, low);
            int at = place(high, kept);
            if (highs[at] == high && lows[at] == kept) return;
            highs[at] = high;
            lows[at] = kept;
            if (++size > highs.length * FULLEST) growTo(highs.length + highs.length / 4);
        }

        /// Where the hash lies, or where it would.
        private int place(long high, int low) {
            int at = (int) ((high >>> 32) * highs.length >>> 32);
            while ((highs[at] != 0 || lows[at] != 0) && (highs[at] != high || lows[at] != low))
                if (++at == highs.length) at = 0;
            return at;
        }

        void expect(long count) {
            long length = (long) ((size + count) / FULLEST) + FEWEST;
            if (length > highs.length && length < Integer.MAX_VALUE) growTo((int) length);
        }

        private void growTo(int length) {
            var oldHighs = highs;
            var oldLows = lows;
            highs = new long[length];
            lows = new int[highs.length];
            for (int i = 0; i < oldHighs.length; i++) {
                if (oldHighs[i] == 0 && oldLows[i] == 0) continue;
                int at = place(oldHighs[i], oldLows[i]);
                highs[at] = oldHighs[i];
                lows[at] = oldLows[i];
            }
        }

        private static int kept(long high, int low) {
            return high == 0 && low == 0 ? 1 : low;
        }
    }
}
