package tributary.query.journey;

import tributary.attribution.journey.TouchOrder;
import tributary.attribution.journey.Touches;

/// Puts late touches, which wait at the end of a strand, where they belong. Touches that are alike in all that
/// orders them keep the order of recording.
final class TailSort {
    private final TouchOrder order;
    private Touches tail = new Touches(64);
    private int[] places = new int[64];
    private int[] spare = new int[64];

    TailSort(TouchOrder order) {
        this.order = order;
    }

    /// @param from first row of the strand
    /// @param middle first row that may not be in order
    /// @param to row after the last
    void sort(Touches block, int from, int middle, int to) {
        var count = to - middle;
        if (places.length < count) {
            tail = new Touches(count + count / 2);
            places = new int[count + count / 2];
            spare = new int[count + count / 2];
        }
        Touches.copy(block, middle, tail, 0, count);
        for (var i = 0; i < count; i++) places[i] = i;
        sortTail(0, count);
        var end = middle;
        for (var i = count - 1; i >= 0; i--) {
            var row = after(block, from, end, places[i]);
            Touches.copy(block, row, block, row + i + 1, end - row);
            Touches.copy(tail, places[i], block, row + i, 1);
            end = row;
        }
    }

    /// Merge sort, which keeps the order of what is alike.
    private void sortTail(int from, int to) {
        if (to - from < 2) return;
        var middle = from + to >>> 1;
        sortTail(from, middle);
        sortTail(middle, to);
        if (compareTail(places[middle - 1], places[middle]) <= 0) return;
        System.arraycopy(places, from, spare, from, middle - from);
        int left = from, right = middle, into = from;
        while (left < middle && right < to) {
            places[into++] = compareTail(spare[left], places[right]) <= 0 ? spare[left++] : places[right++];
        }
        System.arraycopy(spare, left, places, into, middle - left);
    }

    private int compareTail(int a, int b) {
        return order.compare(tail, a, tail, b);
    }

    /// The first row in `[from, end)` that comes after a touch of the tail.
    private int after(Touches block, int from, int end, int late) {
        var low = from;
        var high = end;
        while (low < high) {
            var middle = low + high >>> 1;
            if (order.compare(block, middle, tail, late) <= 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
