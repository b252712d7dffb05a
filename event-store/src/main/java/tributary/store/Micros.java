package tributary.store;

import java.time.Instant;

/// Instants as microseconds since 1970 UTC, as they stand in columns.
final class Micros {
    private static final long A_SECOND = 1_000_000;

    private Micros() {}

    /// Finer parts are cut off.
    static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), A_SECOND), instant.getNano() / 1000);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, A_SECOND), Math.floorMod(micros, A_SECOND) * 1000);
    }
}
