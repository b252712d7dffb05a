package tributary.command.history;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tributary.store.EventDatabase;

/// How lines come in and where their facts go.
@Configuration(proxyBeanMethods = false)
public class HistoryConfiguration {
    @Bean
    StagingEventStore eventStore(EventDatabase database) {
        return new StagingEventStore(database.engine());
    }

    @Bean
    ChunkQueue chunkQueue(Environment environment) {
        return new ChunkQueue(IntakeLimits.of(environment));
    }

    @Bean
    IntakeMeters intakeMeters(ChunkQueue queue) {
        return new IntakeMeters(queue);
    }

    @Bean
    Recorder recorder(ChunkQueue queue, Chunks chunks, IntakeMeters meters) {
        return new Recorder(queue, chunks, meters);
    }

    @Bean
    HistoryResource historyResource(ChunkQueue queue, EventDatabase database, Clock clock) {
        return new HistoryResource(new HistoryIntake(queue, database.facts(), clock));
    }
}
