package tributary.query.rules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tributary.query.live.ReportDesk;
import tributary.query.replay.Activations;

/// Wires rule sets over HTTP. It needs someone who records [RuleDecisions].
@Configuration(proxyBeanMethods = false)
public class RulesConfiguration {
    @Bean
    RuleSetsResource ruleSetsResource(ReportDesk desk, RuleDecisions decisions, Activations activations) {
        return new RuleSetsResource(desk, decisions, activations);
    }
}
