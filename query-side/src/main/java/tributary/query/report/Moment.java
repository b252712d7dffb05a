package tributary.query.report;

import java.time.Instant;

/// Moments of journeys and figures, as answers write them.
final class Moment {
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final long NANOS_A_MICRO = 1_000;

    private Moment() {}

    /// ISO-8601 in UTC, to the microsecond where there is one.
    ///
    /// @param micros microseconds since 1970 UTC
    static String of(long micros) {
        return Instant.ofEpochSecond(
                        Math.floorDiv(micros, MICROS_A_SECOND), Math.floorMod(micros, MICROS_A_SECOND) * NANOS_A_MICRO)
                .toString();
    }
}
