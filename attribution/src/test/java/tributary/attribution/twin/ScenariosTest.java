package tributary.attribution.twin;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The hand-made figures of domain.md section 10, asked of the twin.
class ScenariosTest {
    static List<Scenario> scenarios() {
        return Scenario.all().toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void the_twin_finds_the_figures_made_by_hand(Scenario scenario) {
        scenario.play((expected, lines, account) ->
                new Expectation(expected, Twin.judge(lines, account, rules(expected, scenario))).holds());
    }

    private static Rules rules(Map<String, Object> expected, Scenario scenario) {
        return "2024-11".equals(expected.getOrDefault("ruleSet", scenario.ruleSet()))
                ? Rules.OF_2024_11
                : Rules.OF_2023_09;
    }
}
