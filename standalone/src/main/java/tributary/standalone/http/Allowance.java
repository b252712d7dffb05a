package tributary.standalone.http;

import java.time.Duration;

/// So much within a time, and no more.
final class Allowance {
    private final int most;
    private final long spanNanos;
    private long begun = System.nanoTime();
    private int taken;

    Allowance(int most, Duration span) {
        this.most = most;
        this.spanNanos = span.toNanos();
    }

    /// Whether there is some left.
    synchronized boolean take() {
        long now = System.nanoTime();
        if (now - begun >= spanNanos) {
            begun = now;
            taken = 0;
        }
        return taken++ < most;
    }
}
