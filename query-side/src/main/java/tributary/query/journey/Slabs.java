package tributary.query.journey;

import java.util.Arrays;
import java.util.BitSet;
import tributary.attribution.journey.Touches;

/// Where rows of touches lie: blocks, cut into runs of a few sizes that are used again when a strand moves out. A
/// run has a place: number of the block and row within it.
final class Slabs {
    private static final int ROW_BITS = 15;

    /// Rows of a full block, 1 MB; no column is humongous to the collector. A longer run has a block of its own.
    static final int BLOCK = 1 << ROW_BITS;

    private static final int FIRST = 64;

    /// 2, 3, 4, 6, 8, 12, … : a strand that outgrows its run moves to the next size.
    private static final int[] SIZES = sizes();

    private Touches[] blocks = new Touches[4];
    /// Rows of each block that are given to strands.
    private int[] given = new int[4];
    private int blockCount;
    /// Blocks that are no more; their numbers are used again.
    private final BitSet gone = new BitSet();
    /// Blocks that strands are being moved out of; nothing more is put there.
    private final BitSet leaving = new BitSet();
    /// Blocks that somebody is still reading as they were; they are replaced by copies before they change.
    private final BitSet still = new BitSet();
    private int open = -1;
    private int used;
    private long allocated;
    private final int[][] free = new int[SIZES.length][];
    private final int[] freeCount = new int[SIZES.length];

    private static int[] sizes() {
        var sizes = new int[2 * ROW_BITS - 1];
        for (var i = 0; i < sizes.length; i++) sizes[i] = (i % 2 == 0 ? 2 : 3) << i / 2;
        return sizes;
    }

    /// The rows to give to a strand that needs `rows`.
    static int roomFor(int rows) {
        if (rows > BLOCK / 2) return rows + rows / 8;
        return SIZES[atLeast(rows)];
    }

    private static int atLeast(int rows) {
        if (rows <= SIZES[0]) return 0;
        var size = atMost(rows);
        return SIZES[size] == rows ? size : size + 1;
    }

    /// Each power of two is followed by one and a half times it.
    private static int atMost(int rows) {
        var power = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(rows);
        return 2 * (power - 1) + (rows >>> power - 1 & 1);
    }

    Touches block(int place) {
        return blocks[place >>> ROW_BITS];
    }

    /// The block of a place, to be written to.
    Touches writable(int place) {
        var number = place >>> ROW_BITS;
        if (still.get(number)) {
            blocks[number] = blocks[number].copy();
            still.clear(number);
        }
        return blocks[number];
    }

    /// All blocks as they are now: they stay so until [#goOn].
    Touches[] still() {
        still.set(0, blockCount);
        return Arrays.copyOf(blocks, blockCount);
    }

    /// Nobody reads what is no more.
    void goOn() {
        still.clear();
    }

    /// Number of the block that a place lies in.
    static int number(int place) {
        return place >>> ROW_BITS;
    }

    /// How many blocks there are; some may be given up.
    int blocks() {
        return blockCount;
    }

    Touches blockNumbered(int number) {
        return blocks[number];
    }

    static int row(int place) {
        return place & BLOCK - 1;
    }

    /// Rows that exist, used or not.
    long allocated() {
        return allocated;
    }

    /// The place of a run of so many rows, one that was freed if possible.
    int take(int rows) {
        if (rows <= BLOCK / 2) {
            var size = atLeast(rows);
            if (SIZES[size] == rows && freeCount[size] > 0) {
                var place = free[size][--freeCount[size]];
                given[place >>> ROW_BITS] += rows;
                return place;
            }
        }
        return cut(rows);
    }

    /// The place of a run of so many rows behind all others.
    int cut(int rows) {
        if (rows > BLOCK) {
            var whole = add(rows);
            given[whole] = rows;
            return whole << ROW_BITS;
        }
        if (open < 0 || used + rows > BLOCK) openBlock();
        var block = blocks[open];
        if (used + rows > block.capacity()) growOpen(used + rows);
        var place = open << ROW_BITS | used;
        used += rows;
        given[open] += rows;
        return place;
    }

    private void openBlock() {
        if (open >= 0) freeRest();
        open = add(open < 0 ? FIRST : BLOCK);
        used = 0;
    }

    private void growOpen(int rows) {
        var block = blocks[open];
        var capacity = Math.min(BLOCK, Math.max(rows, block.capacity() + block.capacity() / 2));
        allocated += capacity - block.capacity();
        writable(open << ROW_BITS).grow(capacity);
    }

    private void freeRest() {
        while (used + SIZES[0] <= blocks[open].capacity()) {
            var rows = SIZES[atMost(Math.min(blocks[open].capacity() - used, BLOCK / 2))];
            offer(open << ROW_BITS | used, rows);
            used += rows;
        }
    }

    private int add(int rows) {
        var number = gone.isEmpty() ? blockCount++ : gone.nextSetBit(0);
        gone.clear(number);
        if (number == blocks.length) {
            blocks = Arrays.copyOf(blocks, number * 2);
            given = Arrays.copyOf(given, number * 2);
        }
        blocks[number] = new Touches(rows);
        still.clear(number);
        given[number] = 0;
        allocated += rows;
        return number;
    }

    /// Takes a run back from its strand.
    void free(int place, int rows) {
        var number = place >>> ROW_BITS;
        given[number] -= rows;
        if (rows > BLOCK || leaving.get(number) && given[number] == 0) drop(number);
        else if (!leaving.get(number)) offer(place, rows);
    }

    private void drop(int number) {
        allocated -= blocks[number].capacity();
        blocks[number] = null;
        gone.set(number);
        leaving.clear(number);
    }

    /// Makes a run usable for others.
    private void offer(int place, int rows) {
        if (rows < SIZES[0]) return;
        var size = atMost(Math.min(rows, BLOCK / 2));
        if (free[size] == null) free[size] = new int[4];
        if (freeCount[size] == free[size].length) free[size] = Arrays.copyOf(free[size], freeCount[size] * 2);
        free[size][freeCount[size]++] = place;
    }

    /// Begins to give up all blocks that there are: one that the last strand has left is no more.
    void leaveAll() {
        for (var number = 0; number < blockCount; number++) {
            if (blocks[number] == null) continue;
            if (given[number] == 0) drop(number);
            else leaving.set(number);
        }
        Arrays.fill(freeCount, 0);
        open = -1;
    }

    /// Whether a run lies in a block that is being left.
    boolean isLeaving(int place) {
        return leaving.get(place >>> ROW_BITS);
    }

    /// Blocks that strands are still in stay.
    void stay() {
        leaving.clear();
    }

    /// Gives back the rows behind the last run.
    void trim() {
        if (open < 0) return;
        allocated -= blocks[open].capacity() - used;
        writable(open << ROW_BITS).grow(used);
    }
}
