package tributary.query.journey;

import java.util.Arrays;
import tributary.attribution.journey.Touches;

/// Touches in the order of folding, not in their strands yet. While many facts are folded at once, a touch is put
/// behind the one before; to lay all into their strands together is quicker than to find the place of each.
final class LooseTouches {
    /// Longs for each touch: instant; kind, flags, line and strand; asset and page; arrival and contact; position.
    private static final int FIELDS = 5;

    private static final int FIRST = 64;

    /// So many fill one megabyte, which the collector neither copies nor rounds up.
    private static final int CHUNK = 26_214;

    private long[][] chunks = new long[4][];
    private int size;
    private int room;
    private long[] last = {};
    private int used;

    int size() {
        return size;
    }

    void add(
            int strand,
            long at,
            int kind,
            int flags,
            int asset,
            int page,
            int arrival,
            int contact,
            int position,
            int line) {
        if (size == room) grow();
        var chunk = last;
        var place = used;
        chunk[place] = at;
        chunk[place + 1] = pair(strand, kind << 24 | flags << 16 | line & 0xFFFF);
        chunk[place + 2] = pair(asset, page);
        chunk[place + 3] = pair(arrival, contact);
        chunk[place + 4] = position;
        used = place + FIELDS;
        size++;
    }

    private static long pair(int high, int low) {
        return (long) high << Integer.SIZE | low & 0xFFFF_FFFFL;
    }

    private static int high(long pair) {
        return (int) (pair >> Integer.SIZE);
    }

    private void grow() {
        var count = size / CHUNK;
        if (size < CHUNK) {
            last = Arrays.copyOf(last, FIELDS * Math.min(CHUNK, Math.max(FIRST, 2 * size)));
            chunks[0] = last;
            room = last.length / FIELDS;
            return;
        }
        if (count == chunks.length) chunks = Arrays.copyOf(chunks, 2 * count);
        last = new long[FIELDS * CHUNK];
        chunks[count] = last;
        used = 0;
        room += CHUNK;
    }

    /// Takes touches in the order of folding.
    @FunctionalInterface
    interface Laying {
        /// @param chunk holds the touch at `place`, for [LooseTouches#write]
        void lay(int strand, long at, long[] chunk, int place);
    }

    /// Has all touches laid, and forgets them on the way.
    void lay(Laying laying) {
        for (var from = 0; from < size; from += CHUNK) {
            var chunk = chunks[from / CHUNK];
            var end = FIELDS * Math.min(CHUNK, size - from);
            for (var place = 0; place < end; place += FIELDS)
                laying.lay(high(chunk[place + 1]), chunk[place], chunk, place);
            chunks[from / CHUNK] = null;
        }
    }

    /// Writes a touch into a row.
    static void write(long[] chunk, int place, Touches block, int row) {
        var kindFlagsLine = (int) chunk[place + 1];
        block.set(
                row,
                chunk[place],
                kindFlagsLine >>> 24,
                kindFlagsLine >>> 16,
                high(chunk[place + 2]),
                (int) chunk[place + 2],
                high(chunk[place + 3]),
                (int) chunk[place + 3],
                (int) chunk[place + 4],
                kindFlagsLine);
    }

    /// Counts the touches of each strand.
    ///
    /// @param step between the counts of strands in `counts`
    void count(int[] counts, int first, int step) {
        for (var from = 0; from < size; from += CHUNK) {
            var chunk = chunks[from / CHUNK];
            var end = FIELDS * Math.min(CHUNK, size - from);
            for (var place = 1; place < end; place += FIELDS) counts[high(chunk[place]) * step + first]++;
        }
    }
}
