package tributary.command.history;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tributary.store.EventDatabase;

/// How lines come in and where their facts go.
@Configuration(proxyBeanMethods = false)
public class HistoryConfiguration {
    @Bean
    StagingEventStore eventStore(EventDatabase database) {
        return new StagingEventStore(database.engine());
    }

    @Bean
    HistoryResource historyResource(Chunks chunks, EventDatabase database, Clock clock) {
        return new HistoryResource(new HistoryIntake(chunks, database.facts(), clock));
    }
}
