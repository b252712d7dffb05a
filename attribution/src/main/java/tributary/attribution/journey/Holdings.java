package tributary.attribution.journey;

import java.util.List;
import java.util.NavigableMap;
import java.util.stream.IntStream;

/// Which living campaign holds what from when until when: for each subject (an asset, a UTM value, a keyword) a run
/// of intervals `[since, until)` in order of time, in primitive columns. Immutable.
public final class Holdings {
    /// `until` of what is still held.
    public static final long OPEN = Long.MAX_VALUE;

    static final Holdings NONE = new Holdings(new int[1], new int[0], new int[0], new long[0], new long[0]);

    private final int[] offset;
    private final int[] campaign;
    private final int[] key;
    private final long[] since;
    private final long[] until;
    private Holdings stillHeld;

    Holdings(int[] offset, int[] campaign, int[] key, long[] since, long[] until) {
        this.offset = offset;
        this.campaign = campaign;
        this.key = key;
        this.since = since;
        this.until = until;
    }

    public int subjects() {
        return offset.length - 1;
    }

    /// First interval of a subject; a number that is no subject has none.
    public int first(int subject) {
        return subject >= 0 && subject < offset.length - 1 ? offset[subject] : 0;
    }

    /// Interval after the last of a subject.
    public int end(int subject) {
        return subject >= 0 && subject < offset.length - 1 ? offset[subject + 1] : 0;
    }

    public int campaign(int interval) {
        return campaign[interval];
    }

    /// Number of the asset, of the UTM value as written then, or of the keyword as associated (D-33).
    public int key(int interval) {
        return key[interval];
    }

    public long since(int interval) {
        return since[interval];
    }

    public long until(int interval) {
        return until[interval];
    }

    /// Whether the interval holds at an instant (MATCH-4, MATCH-6).
    public boolean covers(int interval, long atMicros) {
        return since[interval] <= atMicros && atMicros < until[interval];
    }

    /// The campaign that holds a subject at an instant, the first of several; or [Touches#NONE].
    public int campaignAt(int subject, long atMicros) {
        var end = offset[subject + 1];
        for (var i = offset[subject]; i < end; i++) if (since[i] <= atMicros && atMicros < until[i]) return campaign[i];
        return Touches.NONE;
    }

    /// Only what is held to this day, for rule sets in which removal takes back what was counted.
    public synchronized Holdings stillHeld() {
        if (stillHeld == null) stillHeld = onlyOpen();
        return stillHeld;
    }

    private Holdings onlyOpen() {
        var open = 0;
        for (var end : until) if (end == OPEN) open++;
        var only = new Holdings(new int[offset.length], new int[open], new int[open], new long[open], new long[open]);
        var row = 0;
        for (var subject = 0; subject < subjects(); subject++) {
            for (var i = offset[subject]; i < offset[subject + 1]; i++) {
                if (until[i] == OPEN) only.set(row++, interval(i));
            }
            only.offset[subject + 1] = row;
        }
        return only;
    }

    /// The intervals of a subject, in order of time.
    List<HeldInterval> of(int subject) {
        return IntStream.range(first(subject), end(subject))
                .mapToObj(this::interval)
                .toList();
    }

    private HeldInterval interval(int row) {
        return new HeldInterval(campaign[row], key[row], since[row], until[row]);
    }

    /// These holdings, with other intervals for some subjects.
    ///
    /// @param changed by subject, all its intervals, in order
    Holdings with(NavigableMap<Integer, List<HeldInterval>> changed) {
        if (changed.isEmpty()) return this;
        var splice = new Splice(offset, changed);
        var rows = splice.rows();
        var next = new Holdings(splice.offsets(), new int[rows], new int[rows], new long[rows], new long[rows]);
        splice.copy(campaign, next.campaign);
        splice.copy(key, next.key);
        splice.copy(since, next.since);
        splice.copy(until, next.until);
        changed.forEach((subject, intervals) -> {
            var row = next.offset[subject];
            for (var interval : intervals) next.set(row++, interval);
        });
        return next;
    }

    private void set(int row, HeldInterval interval) {
        campaign[row] = interval.campaign();
        key[row] = interval.key();
        since[row] = interval.since();
        until[row] = interval.until();
    }
}
