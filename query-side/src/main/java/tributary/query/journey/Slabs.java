package tributary.query.journey;

import java.util.Arrays;
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
    private int blockCount;
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
        if (rows > BLOCK / 2) return rows + rows / 4;
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
            if (SIZES[size] == rows && freeCount[size] > 0) return free[size][--freeCount[size]];
        }
        return cut(rows);
    }

    /// The place of a run of so many rows behind all others.
    int cut(int rows) {
        if (rows > BLOCK) return add(rows) << ROW_BITS;
        if (open < 0 || used + rows > BLOCK) openBlock();
        var block = blocks[open];
        if (used + rows > block.capacity()) growOpen(used + rows);
        var place = open << ROW_BITS | used;
        used += rows;
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
        block.grow(capacity);
    }

    private void freeRest() {
        while (used + SIZES[0] <= blocks[open].capacity()) {
            var rows = SIZES[atMost(Math.min(blocks[open].capacity() - used, BLOCK / 2))];
            free(open << ROW_BITS | used, rows);
            used += rows;
        }
    }

    private int add(int rows) {
        if (blockCount == blocks.length) blocks = Arrays.copyOf(blocks, blockCount * 2);
        blocks[blockCount] = new Touches(rows);
        allocated += rows;
        return blockCount++;
    }

    /// Makes a run usable for others.
    void free(int place, int rows) {
        if (rows < SIZES[0]) return;
        if (rows > BLOCK) {
            allocated -= rows;
            blocks[place >>> ROW_BITS] = null;
            return;
        }
        var size = atMost(Math.min(rows, BLOCK / 2));
        if (free[size] == null) free[size] = new int[4];
        if (freeCount[size] == free[size].length) free[size] = Arrays.copyOf(free[size], freeCount[size] * 2);
        free[size][freeCount[size]++] = place;
    }

    /// Gives back the rows behind the last run.
    void trim() {
        if (open < 0) return;
        allocated -= blocks[open].capacity() - used;
        blocks[open].grow(used);
    }
}
