package tributary.query.journey;

import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.ColumnsOut;
import tributary.attribution.journey.Touches;

/// Finds numbers by texts, each kept as 96 bits of its hash as bytes ([TextHash]): a look-up is one place in
/// memory, however many there are. When there is no more room, all move to a larger table; once it was trimmed, some
/// whenever one is put, so that nobody waits for millions.
final class Hashes {
    private static final int FIRST_SLOTS = 16;

    /// Slots moved whenever one is put: many times more than are needed to be done before the next time.
    private static final int MOVED_FOR_EACH = 32;

    /// Two for each slot: the lower half of a hash; 32 bits of the upper half, and the number plus 1. The second is
    /// 0 in a free slot.
    private long[] slots = new long[2 * FIRST_SLOTS];

    private int size;

    /// Whether many at once are behind us, for which it is quicker to move all together.
    private boolean trimmed;

    /// Slots that are being moved out of, or `null`; what was moved is in both.
    private long[] left;

    /// The first of those that is not moved yet.
    private int next;

    /// The number put with this hash, or [Touches#NONE].
    int find(long high, long low) {
        var number = find(slots, high, low);
        return number == Touches.NONE && left != null ? find(left, high, low) : number;
    }

    private static int find(long[] slots, long high, long low) {
        for (var slot = first(slots, low); slots[slot + 1] != 0; slot = next(slots, slot)) {
            if (slots[slot] == low && (int) (slots[slot + 1] >>> Integer.SIZE) == (int) high)
                return (int) slots[slot + 1] - 1;
        }
        return Touches.NONE;
    }

    /// Puts a number with a hash that was looked for in vain.
    void put(long high, long low, int number) {
        var capacity = slots.length / 2;
        if (++size > capacity / 4 * 3) {
            if (trimmed) beginMoving(capacity + capacity / 2);
            else resize(capacity + capacity / 2);
        }
        if (left != null) move(MOVED_FOR_EACH);
        place(low, high << Integer.SIZE | number + 1);
    }

    private void place(long low, long rest) {
        var slot = first(slots, low);
        while (slots[slot + 1] != 0) slot = next(slots, slot);
        slots[slot] = low;
        slots[slot + 1] = rest;
    }

    private void beginMoving(int capacity) {
        moveRest();
        left = slots;
        next = 0;
        slots = new long[2 * capacity];
    }

    private void move(int count) {
        var end = Math.min(left.length, next + 2 * count);
        for (; next < end; next += 2) if (left[next + 1] != 0) place(left[next], left[next + 1]);
        if (next == left.length) left = null;
    }

    private void moveRest() {
        if (left != null) move(left.length / 2);
    }

    private void resize(int capacity) {
        beginMoving(capacity);
        moveRest();
    }

    /// Any number of slots will do: the upper half of the number is as random as the lower.
    private static int first(long[] slots, long low) {
        return 2 * (int) ((low >>> Integer.SIZE) * (slots.length / 2) >>> Integer.SIZE);
    }

    private static int next(long[] slots, int slot) {
        return slot + 2 == slots.length ? 0 : slot + 2;
    }

    /// Makes room for so many in all.
    void reach(int count) {
        var enough = enough(count);
        if (enough > slots.length / 2) resize(enough);
    }

    private static int enough(int count) {
        return Math.max(FIRST_SLOTS, (count / 3 + 1) * 4);
    }

    /// What was put, as it is now.
    Hashes copy() {
        var copy = new Hashes();
        copy.slots = slots.clone();
        copy.size = size;
        copy.left = left; // never written to
        copy.next = next;
        copy.trimmed = trimmed;
        return copy;
    }

    /// In the order of their numbers, so that those put before are written as they were.
    void write(ColumnsOut out) {
        var whole = left == null ? this : copy();
        whole.moveRest();
        whole.writeAll(out);
    }

    private void writeAll(ColumnsOut out) {
        var count = 0;
        for (var slot = 0; slot < slots.length; slot += 2) count = Math.max(count, (int) slots[slot + 1]);
        var slotOf = new int[count];
        for (var slot = 0; slot < slots.length; slot += 2)
            if (slots[slot + 1] != 0) slotOf[(int) slots[slot + 1] - 1] = slot + 1;
        var numbers = new int[size];
        var low = new long[size];
        var high = new int[size];
        var row = 0;
        for (var number = 0; number < count; number++) {
            var place = slotOf[number];
            if (place == 0) continue;
            numbers[row] = number;
            low[row] = slots[place - 1];
            high[row++] = (int) (slots[place] >>> Integer.SIZE);
        }
        out.steps(numbers, size);
        out.longs(low, size);
        out.ints(high, size);
    }

    void read(ColumnsIn in) {
        var numbers = in.steps();
        var low = in.longs();
        var high = in.ints();
        reach(numbers.length);
        for (var row = 0; row < numbers.length; row++) put(high[row], low[row], numbers[row]);
    }

    /// Gives back what is unused.
    void trim() {
        var enough = enough(size);
        if (enough < slots.length / 2) resize(enough);
        trimmed = true;
    }
}
