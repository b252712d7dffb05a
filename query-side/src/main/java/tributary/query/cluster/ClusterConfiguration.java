package tributary.query.cluster;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires what a node knows of others. Without a [Place], or one that is not shared, there are no others.
@Configuration(proxyBeanMethods = false)
public class ClusterConfiguration {
    @Bean
    Cluster cluster(ObjectProvider<Place> place, ObjectProvider<MongoDatabase> mongo, SegmentHolder holder) {
        var here = place.getIfAvailable(() -> Place.ALONE);
        if (!here.shared()) return Cluster.ALONE;
        return new Membership(new MongoLeases(mongo.getObject()), here.role(), here.address(), holder);
    }

    /// Who is alone tells nothing of others.
    @Bean
    MeterBinder clusterMeters(Cluster cluster) {
        return cluster instanceof Membership membership ? new ClusterMeters(membership) : _ -> {};
    }

    /// Its name, without the kind at its end, is what health shows: `nodes`.
    @Bean
    HealthIndicator nodesHealthIndicator(Cluster cluster) {
        return cluster instanceof Membership membership
                ? new ClusterHealth(membership)
                : () -> Health.up().build();
    }
}
