package tributary.query.figures;

/// Plants wrong figures, for tests of what finds them.
public final class Spoiler {
    private Spoiler() {}

    /// Adds to a counter what no contribution accounts for.
    public static void count(Figures figures, Metric metric, int campaign, long day, long more) {
        ((HeapFigures) figures).tally().add(Tally.series(metric), campaign, day, more);
    }

    /// Forgets what a person contributed, and leaves the counters.
    public static void forget(Figures figures, int person) {
        ((HeapFigures) figures).persons().replace(person, new long[0], 0);
    }
}
