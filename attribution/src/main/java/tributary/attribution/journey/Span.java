package tributary.attribution.journey;

/// A stretch of time `[from, until)`, microseconds since 1970 UTC.
public record Span(long from, long until) {
    /// No time at all.
    public static final Span NONE = new Span(Long.MAX_VALUE, Long.MIN_VALUE);

    public boolean isEmpty() {
        return from >= until;
    }

    /// The shortest stretch that holds both.
    public Span and(Span other) {
        return new Span(Math.min(from, other.from), Math.max(until, other.until));
    }
}
