package tributary.attribution.twin;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Instants as the judge counts them.
final class Micros {
    private Micros() {}

    static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Instant at(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
