package tributary.attribution.journey;

import java.util.List;
import java.util.NavigableMap;

/// What was said about each subject over time; the first word holds backwards too (D-16, D-17). Immutable.
final class Timeline {
    static final Timeline SILENT = new Timeline(new int[1], new long[0], new int[0]);

    private final int[] offset;
    private final long[] since;
    private final int[] value;

    /// @param order of recording, which decides at one instant
    record Word(int value, long at, long order) {
        boolean isBefore(Word other) {
            return at != other.at ? at < other.at : order < other.order;
        }
    }

    private Timeline(int[] offset, long[] since, int[] value) {
        this.offset = offset;
        this.since = since;
        this.value = value;
    }

    /// The last value given at or before the instant, else the first ever given, else `absent`.
    int at(int subject, long atMicros, int absent) {
        if (subject < 0 || subject >= offset.length - 1) return absent;
        var first = offset[subject];
        var end = offset[subject + 1];
        if (first == end) return absent;
        var latest = first;
        for (var i = first + 1; i < end && since[i] <= atMicros; i++) latest = i;
        return value[latest];
    }

    /// This, with other words about some subjects.
    ///
    /// @param changed by subject, all words about it, in order
    Timeline with(NavigableMap<Integer, List<Word>> changed) {
        if (changed.isEmpty()) return this;
        var splice = new Splice(offset, changed);
        var next = new Timeline(splice.offsets(), new long[splice.rows()], new int[splice.rows()]);
        splice.copy(since, next.since);
        splice.copy(value, next.value);
        changed.forEach((subject, words) -> {
            var row = next.offset[subject];
            for (var word : words) next.set(row++, word);
        });
        return next;
    }

    private void set(int row, Word word) {
        since[row] = word.at;
        value[row] = word.value;
    }
}
