package tributary.attribution.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What was said about each subject over time; the first word holds backwards too (D-16, D-17). Immutable.
final class Timeline {
    private final int[] offset;
    private final long[] since;
    private final int[] value;

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

    static final class Builder {
        private record Word(int subject, long at, long order, int value) {}

        private final List<Word> words = new ArrayList<>();

        void say(int subject, int value, long at, long order) {
            words.add(new Word(subject, at, order, value));
        }

        Timeline build(int subjects) {
            words.sort(Comparator.comparingInt(Word::subject)
                    .thenComparingLong(Word::at)
                    .thenComparingLong(Word::order));
            var offset = new int[subjects + 1];
            for (var word : words) offset[word.subject + 1]++;
            for (var subject = 0; subject < subjects; subject++) offset[subject + 1] += offset[subject];
            return new Timeline(
                    offset,
                    words.stream().mapToLong(Word::at).toArray(),
                    words.stream().mapToInt(Word::value).toArray());
        }
    }
}
