package tributary.attribution.twin;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tributary.attribution.rules.RuleSet;

/// The hand-made figures of the acceptance scenarios, asked of the twin and of the judge.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScenariosTest {
    static List<Scenario> scenarios() {
        return Scenario.all().toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void the_twin_finds_the_figures_made_by_hand(Scenario scenario) {
        scenario.play((expected, lines, account) ->
                new Expectation(expected, Twin.judge(lines, account, Rules.of(ruleSet(expected, scenario)))).holds());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void the_judge_finds_the_figures_made_by_hand(Scenario scenario) {
        scenario.play((expected, lines, account) ->
                new Expectation(expected, Fold.judge(lines, account, RuleSet.of(ruleSet(expected, scenario)))).holds());
    }

    private static String ruleSet(Map<String, Object> expected, Scenario scenario) {
        return (String) expected.getOrDefault("ruleSet", scenario.ruleSet());
    }
}
