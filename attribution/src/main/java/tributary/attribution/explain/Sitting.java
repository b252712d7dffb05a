package tributary.attribution.explain;

import tributary.attribution.SessionOrigin;
import tributary.attribution.TrafficSource;

/// A session while it is told: grows with its acts.
final class Sitting {
    final long from;
    final int strand;
    final boolean browser;
    final TrafficSource source;
    final SessionOrigin origin;
    final boolean excluded;
    long to;

    Sitting(long from, int strand, boolean browser, TrafficSource source, SessionOrigin origin, boolean excluded) {
        this.from = from;
        this.to = from;
        this.strand = strand;
        this.browser = browser;
        this.source = source;
        this.origin = origin;
        this.excluded = excluded;
    }
}
