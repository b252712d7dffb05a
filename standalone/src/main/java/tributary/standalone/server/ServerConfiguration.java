package tributary.standalone.server;

import java.time.Clock;
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

/// All parts of a server but its event store. Nothing is found by scanning: what is not named here, or by a side, is
/// not there.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = ErrorMvcAutoConfiguration.class,
        excludeName = "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration")
@Import({HttpConfiguration.class, CommandSide.class, QuerySide.class})
class ServerConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /// The query side knows what rule sets mean, the command side records them.
    @Bean
    RuleDecisions ruleDecisions(RuleSetDecisions decisions) {
        return new RecordedRules(decisions);
    }
}
