package tributary.attribution.journey;

/// Which living campaign holds what from when until when: for each subject (an asset, a UTM value, a keyword) a run
/// of intervals `[since, until)` in order of time, in primitive columns. Immutable.
public final class Holdings {
    /// `until` of what is still held.
    public static final long OPEN = Long.MAX_VALUE;

    private final int[] offset;
    private final int[] campaign;
    private final int[] key;
    private final long[] since;
    private final long[] until;

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

    /// Only what is held to this day, for rule sets in which removal takes back what was counted.
    public Holdings stillHeld() {
        var builder = new HoldingsBuilder(subjects());
        for (var subject = 0; subject < subjects(); subject++) {
            for (var i = offset[subject]; i < offset[subject + 1]; i++) {
                if (until[i] == OPEN) builder.add(subject, campaign[i], key[i], since[i], OPEN);
            }
        }
        return builder.build();
    }
}
