package tributary.query.report;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;
import tributary.attribution.rules.Parameter;
import tributary.attribution.rules.RuleSet;
import tributary.store.Caller;
import tributary.store.Scopes;

/// The rule sets that reports can be asked under, every parameter spelled out and documented.
@RestController
class RuleSetsResource {
    /// @param parameters what each parameter of a rule set means
    record RuleSets(List<Named> ruleSets, List<Parameter> parameters) {
        static RuleSets presets() {
            return new RuleSets(RuleSet.presets().stream().map(Named::of).toList(), RuleSet.parameters());
        }
    }

    /// @param preset whether it comes with the product
    record Named(String name, boolean preset, List<String> models, Map<String, Object> parameters) {
        static Named of(RuleSet rules) {
            return new Named(rules.name(), true, rules.modelNames(), rules.values());
        }
    }

    @GetMapping("/api/v1/rule-sets")
    RuleSets ruleSets(@RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        caller.require(Scopes.CAMPAIGNS_READ);
        return RuleSets.presets();
    }
}
