package tributary.query.cluster;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Whether this node has taken its place among the others; once it has, it goes on without MongoDB.
final class ClusterHealth implements HealthIndicator {
    private final Membership membership;

    ClusterHealth(Membership membership) {
        this.membership = membership;
    }

    @Override
    public Health health() {
        var health = membership.settled() ? Health.up() : Health.outOfService();
        if (!membership.settled()) health.withDetail("nodes", "this one is taking its place among the others");
        if (membership.away()) health.withDetail("mongo", "is away; segments stay where they are");
        return health.withDetail("role", membership.role().word())
                .withDetail("segments", membership.segments().size())
                .build();
    }
}
