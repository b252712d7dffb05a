package tributary.attribution.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gathers intervals in any order and lays them out by subject and time.
final class HoldingsBuilder {
    private record Interval(int subject, int campaign, int key, long since, long until) {}

    private final int subjects;
    private final List<Interval> intervals = new ArrayList<>();

    HoldingsBuilder(int subjects) {
        this.subjects = subjects;
    }

    /// Empty intervals are left out.
    void add(int subject, int campaign, int key, long since, long until) {
        if (since < until) intervals.add(new Interval(subject, campaign, key, since, until));
    }

    Holdings build() {
        intervals.sort(Comparator.comparingInt(Interval::subject)
                .thenComparingLong(Interval::since)
                .thenComparingInt(Interval::campaign));
        var size = intervals.size();
        var offset = new int[subjects + 1];
        var campaign = new int[size];
        var key = new int[size];
        var since = new long[size];
        var until = new long[size];
        for (var i = 0; i < size; i++) {
            var interval = intervals.get(i);
            offset[interval.subject + 1]++;
            campaign[i] = interval.campaign;
            key[i] = interval.key;
            since[i] = interval.since;
            until[i] = interval.until;
        }
        for (var subject = 0; subject < subjects; subject++) offset[subject + 1] += offset[subject];
        return new Holdings(offset, campaign, key, since, until);
    }
}
