package tributary.query.live;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Whether figures can be relied on: up once they included everything recorded before the start, down while a fact
/// that cannot be applied holds up those behind it.
final class FiguresHealth implements HealthIndicator {
    private final Projection projection;
    private final Stoppages stoppages;

    FiguresHealth(Projection projection, Stoppages stoppages) {
        this.projection = projection;
        this.stoppages = stoppages;
    }

    @Override
    public Health health() {
        var stopped = stoppages.all();
        if (!stopped.isEmpty())
            return Health.down().withDetail("stopped", stopped).build();
        return projection.caughtUp()
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("figures", "are being rebuilt")
                        .build();
    }
}
