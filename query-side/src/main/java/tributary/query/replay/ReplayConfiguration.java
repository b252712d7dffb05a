package tributary.query.replay;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tributary.query.cluster.Cluster;
import tributary.query.live.Renewal;
import tributary.store.AskedReplays;
import tributary.store.EventDatabase;

/// Wires replays. They need someone who records a [RuleSwitch].
@Configuration(proxyBeanMethods = false)
public class ReplayConfiguration {
    @Bean
    Replays replays(
            Renewal renewal,
            EventDatabase database,
            ObjectProvider<MongoDatabase> mongo,
            RuleSwitch rules,
            Cluster cluster,
            Clock clock) {
        return new Replays(renewal, asked(database, mongo.getIfAvailable()), rules, cluster::answersFor, clock);
    }

    @Bean
    ReplayMeters replayMeters(Replays replays) {
        return replays.meters();
    }

    /// In MongoDB if there is one, and beside the facts otherwise.
    private static AskedReplays asked(EventDatabase database, MongoDatabase mongo) {
        return mongo == null ? database.replays() : new MongoAskedReplays(mongo);
    }

    @Bean
    ReplayEvents replayEvents() {
        return new ReplayEvents();
    }

    @Bean
    ReplayResource replayResource(Replays replays, ReplayEvents events) {
        return new ReplayResource(replays, events);
    }
}
