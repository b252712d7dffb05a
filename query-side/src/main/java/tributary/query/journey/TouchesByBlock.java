package tributary.query.journey;

import java.util.Arrays;
import java.util.List;
import tributary.attribution.journey.Touches;

/// Loose touches sorted by the block that they go to: for each block a chain of pages.
final class TouchesByBlock {
    private static final int FIELDS = LooseTouches.FIELDS;

    /// Touches of a page; so many pages are a chunk.
    private static final int PAGE = 257;

    private static final int PAGES_A_CHUNK = LooseTouches.CHUNK / PAGE;
    private static final int NO_PAGE = -1;

    /// Blocks that a thread writes before it asks for more.
    private static final int PORTION = 4;

    private long[][] chunks = new long[4][];
    private int pages;

    /// The page before each page in its chain.
    private int[] before = {};

    // For each block: the last page of its chain, the chunk which that lies in, the next place there, and its end.
    private final int[] page;
    private final long[][] chunk;
    private final int[] next;
    private final int[] end;

    TouchesByBlock(int blocks) {
        page = new int[blocks];
        chunk = new long[blocks][];
        next = new int[blocks];
        end = new int[blocks];
        Arrays.fill(page, NO_PAGE);
    }

    /// Adds the touch that lies at a place.
    ///
    /// @param row where it goes within the block
    void add(int block, int row, long[] from, int place) {
        if (next[block] == end[block]) openPage(block);
        var into = chunk[block];
        var at = next[block];
        into[at] = from[place];
        into[at + 1] = LooseTouches.pair(row, (int) from[place + 1]);
        into[at + 2] = from[place + 2];
        into[at + 3] = from[place + 3];
        into[at + 4] = from[place + 4];
        next[block] = at + FIELDS;
    }

    private void openPage(int block) {
        var number = pages / PAGES_A_CHUNK;
        if (number == chunks.length) chunks = Arrays.copyOf(chunks, 2 * number);
        if (chunks[number] == null) chunks[number] = new long[PAGES_A_CHUNK * PAGE * FIELDS];
        before = Room.in(before, pages + 1);
        before[pages] = page[block];
        page[block] = pages;
        chunk[block] = chunks[number];
        next[block] = pages % PAGES_A_CHUNK * PAGE * FIELDS;
        end[block] = next[block] + PAGE * FIELDS;
        pages++;
    }

    /// Writes all touches into their rows, and forgets them.
    ///
    /// @param sorted of the same blocks
    static void write(List<TouchesByBlock> sorted, Strands strands, Hands hands) {
        hands.share(0, strands.blocks(), PORTION, (from, to) -> {
            for (var block = from; block < to; block++)
                for (var part : sorted) part.write(block, strands.blockNumbered(block));
        });
        sorted.forEach(TouchesByBlock::clear);
    }

    private void clear() {
        pages = 0;
        Arrays.fill(page, NO_PAGE);
        Arrays.fill(next, 0);
        Arrays.fill(end, 0);
    }

    private void write(int block, Touches into) {
        var to = next[block];
        for (var number = page[block]; number != NO_PAGE; number = before[number]) {
            var from = number % PAGES_A_CHUNK * PAGE * FIELDS;
            if (number != page[block]) to = from + PAGE * FIELDS;
            write(chunks[number / PAGES_A_CHUNK], from, to, into);
        }
    }

    private static void write(long[] chunk, int from, int to, Touches into) {
        for (var place = from; place < to; place += FIELDS) {
            var kindFlagsLine = (int) chunk[place + 1];
            into.set(
                    LooseTouches.high(chunk[place + 1]),
                    chunk[place],
                    kindFlagsLine >>> 24,
                    kindFlagsLine >>> 16,
                    LooseTouches.high(chunk[place + 2]),
                    (int) chunk[place + 2],
                    LooseTouches.high(chunk[place + 3]),
                    (int) chunk[place + 3],
                    (int) chunk[place + 4],
                    kindFlagsLine);
        }
    }
}
