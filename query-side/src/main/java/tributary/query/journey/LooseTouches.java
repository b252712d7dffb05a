package tributary.query.journey;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Touches in the order of folding, not in their strands yet. While many facts are folded at once, a touch is put
/// behind the one before; to lay all into their strands together is quicker than to find the place of each.
///
/// Rows of a strand are anywhere in memory. So touches are first sorted by the block that their row lies in, some
/// millions at a time; each block is then written while the processor has it at hand.
final class LooseTouches {
    /// Longs for each touch: instant; strand (later its row), kind, flags and line; asset and page; arrival and
    /// contact; position.
    static final int FIELDS = 5;

    private static final int FIRST = 64;

    /// So many fill one megabyte, which the collector neither copies nor rounds up.
    static final int CHUNK = 26_214;

    /// So many chunks are sorted at a time.
    private static final int SORTED_CHUNKS = 80;

    /// So many threads sort, each the touches of its own strands; each has to look at all touches for that.
    private static final int SORTERS = 2;

    /// Strands that lie together in memory, which threads had better not share.
    private static final int STRETCH = 1 << 8;

    private long[][] chunks = new long[4][];
    private int size;
    private int room;
    private long[] last = {};
    private int used;

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

    static long pair(int high, int low) {
        return (long) high << Integer.SIZE | low & 0xFFFF_FFFFL;
    }

    static int high(long pair) {
        return (int) (pair >> Integer.SIZE);
    }

    private void grow() {
        if (size < CHUNK) {
            last = Arrays.copyOf(last, FIELDS * Math.min(CHUNK, Math.max(FIRST, 2 * size)));
            chunks[0] = last;
            room = last.length / FIELDS;
            return;
        }
        var count = size / CHUNK;
        if (count == chunks.length) chunks = Arrays.copyOf(chunks, 2 * count);
        last = new long[FIELDS * CHUNK];
        chunks[count] = last;
        used = 0;
        room += CHUNK;
    }

    /// Counts the touches of each strand.
    ///
    /// @param step between the counts of strands in `counts`, the first of which is at `first`
    void count(int[] counts, int first, int step) {
        for (var from = 0; from < size; from += CHUNK) {
            var chunk = chunks[from / CHUNK];
            var end = longs(from);
            for (var place = 1; place < end; place += FIELDS) counts[high(chunk[place]) * step + first]++;
        }
    }

    /// Used longs of the chunk that begins with this touch.
    private int longs(int from) {
        return FIELDS * Math.min(CHUNK, size - from);
    }

    /// Writes all touches into the rows that their strands have for them, and forgets them on the way.
    void lay(Strands strands, Hands hands) {
        var sorted = IntStream.range(0, SORTERS)
                .mapToObj(_ -> new TouchesByBlock(strands.blocks()))
                .toList();
        for (var from = 0; from < size; from += SORTED_CHUNKS * CHUNK) {
            var first = from;
            var end = Math.min(size, from + SORTED_CHUNKS * CHUNK);
            hands.share(0, SORTERS, 1, (sorter, to) -> {
                for (; sorter < to; sorter++) sort(first, end, sorter, strands, sorted.get(sorter));
            });
            Arrays.fill(chunks, from / CHUNK, Math.ceilDiv(end, CHUNK), null);
            TouchesByBlock.write(sorted, strands, hands);
        }
    }

    /// Sorts the touches of every other stretch of strands, each strand's in the order of folding.
    private void sort(int first, int end, int sorter, Strands strands, TouchesByBlock into) {
        for (var from = first; from < end; from += CHUNK) {
            var chunk = chunks[from / CHUNK];
            var longs = longs(from);
            for (var place = 0; place < longs; place += FIELDS) {
                var strand = high(chunk[place + 1]);
                if (strand / STRETCH % SORTERS != sorter) continue;
                var run = strands.place(strand);
                into.add(Slabs.number(run), Slabs.row(run) + strands.takeRow(strand), chunk, place);
            }
        }
    }
}
