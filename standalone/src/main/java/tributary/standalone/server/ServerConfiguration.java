package tributary.standalone.server;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tributary.command.CommandSide;
import tributary.command.account.RuleSetDecisions;
import tributary.query.QuerySide;
import tributary.query.rules.RuleDecisions;
import tributary.standalone.http.HttpConfiguration;
import tributary.store.EventDatabase;

/// All parts of a server but its event store and its clock. Nothing is found by scanning: what is not named here,
/// or by a side, is not there.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = ErrorMvcAutoConfiguration.class,
        // Requests are timed by our own Watch: Spring's observations cost more, and tell the same.
        excludeName = {
            "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration"
        })
@Import({HttpConfiguration.class, CommandSide.class, QuerySide.class})
class ServerConfiguration {
    @Bean
    StoreMeters storeMeters(EventDatabase database) {
        return new StoreMeters(database);
    }

    /// Its name, without the kind at its end, is what health shows: `eventStore`.
    @Bean
    EventStoreHealth eventStoreHealthIndicator(EventDatabase database) {
        return new EventStoreHealth(database);
    }

    /// The query side knows what rule sets mean, the command side records them.
    @Bean
    RuleDecisions ruleDecisions(RuleSetDecisions decisions) {
        return new RecordedRules(decisions);
    }
}
