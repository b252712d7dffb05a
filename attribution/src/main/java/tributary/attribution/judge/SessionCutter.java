package tributary.attribution.judge;

import java.time.Instant;
import java.time.ZoneId;
import tributary.attribution.Kind;
import tributary.attribution.journey.Touches;

/// Cuts a strand into sessions, act by act in order of time (SES-2, SES-3, SES-8, D-11). Only acts in a browser,
/// and no bots, may be shown to it (D-12).
public final class SessionCutter {
    private static final int PAGE_VIEW = Kind.PAGE_VIEW.ordinal();

    private final Premises premises;
    private final long gapMicros;
    private final boolean newSourceSplits;
    private final boolean midnightSplits;
    private final ZoneId zone;
    private ArrivalTable arrivals;
    private boolean browser;
    private boolean running;
    private long lastAt;
    private long dayEnd;
    private int manner;

    public SessionCutter(Premises premises) {
        this.premises = premises;
        gapMicros = premises.rules().sessionGap().toNanos() / 1_000;
        newSourceSplits = premises.rules().newSourceSplits();
        midnightSplits = premises.rules().midnightSplits();
        zone = premises.settings().zone();
    }

    /// Begins a strand.
    ///
    /// @param browser whether it is a browser's; without one each act is a session of its own (SES-8)
    public void begin(boolean browser) {
        this.browser = browser;
        running = false;
        arrivals = premises.arrivals();
    }

    /// So long without activity ends a session.
    public long gapMicros() {
        return gapMicros;
    }

    /// Whether this act begins a session; otherwise it belongs to the running one.
    public boolean begins(Touches touches, int row) {
        var at = touches.at(row);
        var begins = !running || !browser || at - lastAt >= gapMicros || splits(touches, row, at);
        lastAt = at;
        if (begins) start(touches, row, at);
        return begins;
    }

    private boolean splits(Touches touches, int row, long at) {
        if (midnightSplits && at >= dayEnd) return true;
        return newSourceSplits
                && touches.kind(row) == PAGE_VIEW
                && arrivals.isOutside(touches, row)
                && arrivals.manner(touches, row) != manner;
    }

    private void start(Touches touches, int row, long at) {
        running = true;
        if (newSourceSplits) manner = arrivals.manner(touches, row);
        if (midnightSplits) dayEnd = endOfDay(at);
    }

    private long endOfDay(long at) {
        var day = Instant.ofEpochSecond(Math.floorDiv(at, 1_000_000L))
                .atZone(zone)
                .toLocalDate();
        return day.plusDays(1).atStartOfDay(zone).toEpochSecond() * 1_000_000L;
    }
}
