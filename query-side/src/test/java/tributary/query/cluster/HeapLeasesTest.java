package tributary.query.cluster;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeapLeasesTest extends LeasesContract {
    private Instant now = Instant.parse("2024-01-01T00:00:00Z");
    private final Leases leases = new HeapLeases(() -> now);

    @Override
    Leases leases() {
        return leases;
    }

    @Override
    void pass(Duration span) {
        now = now.plus(span);
    }
}
