package tributary.query.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Contributions, packed one behind the other in a few large arrays, found by the number of their owner (a person
/// or a deal); the lower half of a contribution's first long is its length. A replaced one leaves a gap; when gaps
/// outweigh what is there, all are moved together, some whenever one is replaced.
///
/// Several [Writer]s may put contributions of different owners at the same time, once [#reach] has made room.
final class Records {
    private static final int SMALLEST_CHUNK = 1 << 6;
    /// With its header just 2 MB. The collector does not move arrays of this size, and finds them a whole number of
    /// its regions.
    private static final int LARGEST_CHUNK = (1 << 18) - 2;
    /// Longs moved whenever a contribution is replaced, so that all are moved before as many gaps have come again.
    private static final int MOVED_AT_LEAST = 1 << 8;
    private static final int MOVED_FOR_EACH = 4;

    private static final int NONE = 0;
    private static final int CHUNK_SHIFT = 32;

    private final List<long[]> chunks = new ArrayList<>();
    private final Writer own = new Writer();
    /// Per owner: chunk number plus one, and place in it; [#NONE] without contribution.
    private long[] places = {};
    private long used;
    private long wasted;
    /// Chunks up to this number are being moved out of; 0 when none are.
    private int leaving;
    /// The owner whose contribution is to be moved next.
    private int next;

    /// Makes room for owners up to this number, not included.
    void reach(int owners) {
        if (owners > places.length) places = Arrays.copyOf(places, Math.max(owners, places.length + places.length / 2));
    }

    /// Longs that there is room for, gaps included.
    long room() {
        return chunks.stream()
                .filter(Objects::nonNull)
                .mapToLong(chunk -> chunk.length)
                .sum();
    }

    int owners() {
        return places.length;
    }

    boolean has(int owner) {
        return owner < places.length && places[owner] != NONE;
    }

    /// The array in which the owner's contribution lies.
    long[] array(int owner) {
        return chunks.get((int) (places[owner] >>> CHUNK_SHIFT) - 1);
    }

    /// Where in its array it begins.
    int start(int owner) {
        return (int) places[owner];
    }

    /// How many longs it takes.
    int size(int owner) {
        return has(owner) ? (int) array(owner)[start(owner)] : 0;
    }

    /// Whether an owner's contribution is the same in both.
    static boolean same(Records a, Records b, int owner) {
        var size = a.size(owner);
        if (size != b.size(owner)) return false;
        return size == 0 || b.holds(owner, a.array(owner), a.start(owner), size);
    }

    /// Whether an owner's contribution is exactly this, of which `size` longs count.
    boolean holds(int owner, long[] longs, int start, int size) {
        if (size != size(owner)) return false;
        var here = size == 0 ? 0 : start(owner);
        return size == 0 || Arrays.equals(array(owner), here, here + size, longs, start, start + size);
    }

    /// Puts a contribution in place of the owner's earlier one.
    ///
    /// @param size longs of `contribution` that count; 0 to have none
    void replace(int owner, long[] contribution, int size) {
        replace(owner, contribution, 0, size);
    }

    void replace(int owner, long[] contribution, int start, int size) {
        reach(owner + 1);
        var gap = size(owner);
        used -= gap;
        if (gap > 0 && chunkNumber(owner) > leaving) wasted += gap;
        own.put(owner, contribution, start, size);
        own.account();
        if (leaving > 0) move(MOVED_AT_LEAST + MOVED_FOR_EACH * (gap + size));
        else if (wasted > used && wasted > LARGEST_CHUNK) beginMoving();
    }

    private int chunkNumber(int owner) {
        return (int) (places[owner] >>> CHUNK_SHIFT);
    }

    Writer writer() {
        return new Writer();
    }

    private void beginMoving() {
        leaving = chunks.size();
        next = 0;
        wasted = 0;
        own.begin();
    }

    private void move(int longs) {
        for (var left = longs; left > 0 && next < places.length; next++) {
            left--;
            if (places[next] == NONE || chunkNumber(next) > leaving) continue;
            var size = size(next);
            own.put(next, array(next), start(next), size);
            left -= size;
        }
        own.forgetWritten(); // it was counted where it was
        if (next == places.length) endMoving();
    }

    private void endMoving() {
        for (var number = 0; number < leaving; number++) chunks.set(number, null);
        leaving = 0;
    }

    private synchronized int chunk(long[] chunk) {
        chunks.add(chunk);
        return chunks.size();
    }

    private synchronized void count(long written) {
        used += written;
    }

    /// Puts contributions into chunks of its own; for one thread.
    final class Writer {
        private long[] chunk = {};
        private int number;
        private int filled;
        private long written;

        void put(int owner, long[] contribution, int size) {
            put(owner, contribution, 0, size);
        }

        private void put(int owner, long[] from, int start, int size) {
            if (size == 0) {
                places[owner] = NONE;
                return;
            }
            if (filled + size > chunk.length) next(size);
            System.arraycopy(from, start, chunk, filled, size);
            places[owner] = (long) number << CHUNK_SHIFT | filled;
            filled += size;
            written += size;
        }

        /// To be called when this writer has put what it had.
        void account() {
            count(written);
            written = 0;
        }

        private void forgetWritten() {
            written = 0;
        }

        private void begin() {
            chunk = new long[0];
            filled = 0;
        }

        private void next(int atLeast) {
            var size = Math.min(LARGEST_CHUNK, Math.max(SMALLEST_CHUNK, chunk.length * 2));
            chunk = new long[Math.max(size, atLeast)];
            number = chunk(chunk);
            filled = 0;
        }
    }
}
