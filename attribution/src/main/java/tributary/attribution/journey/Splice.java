package tributary.attribution.journey;

import java.util.List;
import java.util.NavigableMap;

/// Lays rows of subjects out anew when those of some subjects are others: what is between them is copied as it is.
final class Splice {
    private final int[] before;
    private final int[] after;
    private final NavigableMap<Integer, ? extends List<?>> changed;

    /// @param before where the rows of each subject begin, and the last end
    /// @param changed by subject, all rows it has now
    Splice(int[] before, NavigableMap<Integer, ? extends List<?>> changed) {
        this.before = before;
        this.changed = changed;
        after = new int[Math.max(before.length, changed.lastKey() + 2)];
        var shift = 0;
        var subject = 0;
        for (var entry : changed.entrySet()) {
            for (; subject < entry.getKey(); subject++) after[subject + 1] = end(subject) + shift;
            shift += entry.getValue().size() - (end(subject) - first(subject));
        }
        for (; subject < after.length - 1; subject++) after[subject + 1] = end(subject) + shift;
    }

    private int first(int subject) {
        return before[Math.min(subject, before.length - 1)];
    }

    private int end(int subject) {
        return first(subject + 1);
    }

    int[] offsets() {
        return after;
    }

    int rows() {
        return after[after.length - 1];
    }

    /// Copies a column, array to array; the rows of changed subjects are left to be written.
    void copy(Object column, Object into) {
        var subject = 0;
        for (var next : changed.keySet()) {
            copy(column, into, subject, next);
            subject = next + 1;
        }
        copy(column, into, subject, after.length - 1);
    }

    private void copy(Object column, Object into, int fromSubject, int toSubject) {
        var from = first(fromSubject);
        System.arraycopy(column, from, into, after[fromSubject], first(toSubject) - from);
    }
}
