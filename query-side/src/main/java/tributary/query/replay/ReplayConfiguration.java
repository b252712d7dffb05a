package tributary.query.replay;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tributary.query.cluster.Cluster;
import tributary.query.live.Renewal;
import tributary.store.EventDatabase;

/// Wires replays. They need someone who records a [RuleSwitch].
@Configuration(proxyBeanMethods = false)
public class ReplayConfiguration {
    @Bean
    Replays replays(Renewal renewal, EventDatabase database, RuleSwitch rules, Cluster cluster, Clock clock) {
        return new Replays(renewal, database.replays(), rules, cluster::answersFor, clock);
    }

    @Bean
    ReplayMeters replayMeters(Replays replays) {
        return replays.meters();
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
