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

    /// Has the place of a hash at hand for whoever asks for it next. Asking for many, one after the other without
    /// deciding anything, lets the processor wait for all of them at once.
    ///
    /// @return something of what lies there, without meaning
    int bring(long high) {
        return part(high).bring(high);
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
        /// Numbers of a place: the upper and the lower half of `high`, and `low`. Side by side, they mostly come from
        /// memory together.
        private static final int WIDTH = 3;

        private int[] bits = new int[FEWEST * WIDTH];
        private int size;

        boolean contains(long high, int low) {
            int kept = kept(high, low);
            return is(place(high, kept), high, kept);
        }

        void add(long high, int low) {
            int kept = kept(high, low);
            int at = place(high, kept);
            if (is(at, high, kept)) return;
            put(at, high, kept);
            if (++size > places() * FULLEST) growTo(places() + places() / 4);
        }

        int bring(long high) {
            return bits[first(high)];
        }

        void expect(long count) {
            long places = (long) ((size + count) / FULLEST) + FEWEST;
            if (places > places() && places < Integer.MAX_VALUE / WIDTH) growTo((int) places);
        }

        private int places() {
            return bits.length / WIDTH;
        }

        /// Where the hash lies, or where it would.
        private int place(long high, int low) {
            int at = first(high);
            while (!isFree(at) && !is(at, high, low)) {
                at += WIDTH;
                if (at == bits.length) at = 0;
            }
            return at;
        }

        private int first(long high) {
            return (int) ((high >>> 32) * places() >>> 32) * WIDTH;
        }

        private boolean isFree(int at) {
            return (bits[at] | bits[at + 1] | bits[at + 2]) == 0;
        }

        private boolean is(int at, long high, int low) {
            return bits[at] == (int) (high >>> 32) && bits[at + 1] == (int) high && bits[at + 2] == low;
        }

        private void put(int at, long high, int low) {
            bits[at] = (int) (high >>> 32);
            bits[at + 1] = (int) high;
            bits[at + 2] = low;
        }

        private void growTo(int places) {
            var old = bits;
            bits = new int[places * WIDTH];
            for (int i = 0; i < old.length; i += WIDTH) {
                if ((old[i] | old[i + 1] | old[i + 2]) == 0) continue;
                long high = (long) old[i] << 32 | Integer.toUnsignedLong(old[i + 1]);
                put(place(high, old[i + 2]), high, old[i + 2]);
            }
        }

        private static int kept(long high, int low) {
            return high == 0 && low == 0 ? 1 : low;
        }
    }
}
