package tributary.query.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tributary.store.EventDatabase;

/// Wires what keeps figures live and answers from them.
@Configuration(proxyBeanMethods = false)
public class LiveConfiguration {
    @Bean
    Crew crew() {
        return new Crew(Runtime.getRuntime().availableProcessors());
    }

    @Bean
    Ledgers ledgers(EventDatabase database, Crew crew) {
        return new Ledgers(database.facts(), crew);
    }

    @Bean
    Stoppages stoppages() {
        return new Stoppages();
    }

    @Bean
    Rebuild rebuild(EventDatabase database, Ledgers ledgers, Stoppages stoppages) {
        return new Rebuild(database.facts(), new JourneyProjection(ledgers, stoppages));
    }

    @Bean
    Pasts pasts(EventDatabase database, Ledgers ledgers, Rebuild rebuild) {
        return new Pasts(database.facts(), ledgers, rebuild);
    }

    @Bean
    ReadBarrier readBarrier(EventDatabase database, Projection projection, Stoppages stoppages) {
        return new ReadBarrier(database.facts(), projection, stoppages);
    }

    @Bean
    Renewal renewal(EventDatabase database, Ledgers ledgers, Rebuild rebuild, ReadBarrier barrier) {
        return new LiveRenewal(database.facts(), ledgers, rebuild, barrier);
    }

    @Bean
    Hindsight hindsight(EventDatabase database, Ledgers ledgers, Rebuild rebuild) {
        return new LiveHindsight(database.facts(), ledgers, rebuild);
    }

    @Bean
    Projection projection(
            EventDatabase database, Ledgers ledgers, Rebuild rebuild, Pasts pasts, Stoppages stoppages, Crew crew) {
        var facts = database.facts();
        return new Projection(
                facts,
                new FactStream(database.engine(), facts, stoppages),
                ledgers,
                rebuild,
                pasts,
                stoppages,
                crew.hands());
    }

    @Bean
    ReportDesk reportDesk(Ledgers ledgers, Pasts pasts, ReadBarrier barrier) {
        return new LiveReportDesk(ledgers, pasts, barrier);
    }

    /// Its name, without the kind at its end, is what health shows: `figures`.
    @Bean
    FiguresHealth figuresHealthIndicator(Projection projection, Stoppages stoppages) {
        return new FiguresHealth(projection, stoppages);
    }
}
