package tributary.query.replay;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tributary.query.live.Renewal;

/// Wires replays.
@Configuration(proxyBeanMethods = false)
public class ReplayConfiguration {
    @Bean
    Replays replays(Renewal renewal, Clock clock) {
        return new Replays(renewal, clock);
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
