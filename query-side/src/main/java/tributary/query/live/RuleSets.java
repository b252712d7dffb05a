package tributary.query.live;

import java.util.Optional;
import tributary.attribution.rules.RuleSet;
import tributary.events.Refusal;

/// Finds rule sets by the names that reports and accounts use.
final class RuleSets {
    private RuleSets() {}

    static Optional<RuleSet> named(String name) {
        return RuleSet.find(name);
    }

    /// @throws Refusal.Invalid if there is none, naming those there are
    static RuleSet required(String name) {
        return named(name)
                .orElseThrow(() -> new Refusal.Invalid(
                                "unknown-rule-set",
                                "There is no such rule set",
                                "there is no rule set " + name + "; there are "
                                        + String.join(", ", RuleSet.presetNames()))
                        .with("ruleSet", name));
    }
}
