package tributary.standalone.server;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import tributary.events.Refusal;
import tributary.store.EventDatabase;

/// Whether facts can be read now.
record EventStoreHealth(EventDatabase database) implements HealthIndicator {
    @Override
    public Health health() {
        try {
            return Health.up().withDetail("position", database.facts().head()).build();
        } catch (Refusal.Busy away) {
            return Health.down().withDetail("reason", away.detail()).build();
        }
    }
}
