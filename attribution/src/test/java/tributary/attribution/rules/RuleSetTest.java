package tributary.attribution.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.story.Rules;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleSetTest {
    @Test
    void there_are_two_presets_and_the_seed_is_the_standard() {
        assertThat(RuleSet.presetNames()).containsExactly("2023-09", "2024-11");
        assertThat(RuleSet.STANDARD).isEqualTo("2023-09");
        assertThatThrownBy(() -> RuleSet.of("2020-01"))
                .hasMessage("rule set 2020-01 is unknown; there are 2023-09, 2024-11");
    }

    @Test
    void D_36_the_presets_differ_in_keywords_ads_and_the_meaning_of_revenue() {
        var before = RuleSet.of("2023-09").values();
        var after = RuleSet.of("2024-11").values();

        assertThat(after)
                .containsAllEntriesOf(Map.of("keywords", false, "adsInfluence", true, "revenueMeaning", "MONEY"));
        assertThat(before.keySet().stream().filter(name -> !before.get(name).equals(after.get(name))))
                .containsExactlyInAnyOrder("keywords", "adsInfluence", "revenueMeaning");
    }

    @Test
    void every_component_is_documented() {
        assertThat(RuleSet.parameters()).hasSize(RuleSet.class.getRecordComponents().length - 1);
        assertThat(RuleSet.parameters()).allSatisfy(parameter -> {
            assertThat(parameter.meaning()).endsWith(".");
            assertThat(parameter.accepted()).isNotBlank();
            assertThat(parameter.rules()).isNotEmpty();
        });
    }

    @Test
    void there_are_nine_models() {
        var rules = RuleSet.of("2023-09");

        assertThat(rules.modelNames())
                .containsExactly(
                        "LINEAR",
                        "FIRST_INTERACTION",
                        "LAST_INTERACTION",
                        "FULL_PATH",
                        "U_SHAPED",
                        "W_SHAPED",
                        "TIME_DECAY",
                        "J_SHAPED",
                        "INVERSE_J_SHAPED");
        assertThat(rules.model("U_SHAPED")).hasValue(4);
        assertThat(rules.model("u_shaped")).isEmpty();
    }

    @Test
    void what_cannot_be_judged_by_is_refused() {
        assertThatThrownBy(() -> Rules.like("2023-09").sessionGap(Duration.ZERO).build())
                .hasMessageContaining("session gap");
        assertThatThrownBy(() -> Rules.like("2023-09").jAnchor(Milestone.LEAD).build())
                .hasMessageContaining("CLOSE or DEAL");
        assertThatThrownBy(() -> new CreditModel.Milestones(0, 500, 500, 0, 0)).hasMessageContaining("every path");
        assertThatThrownBy(() -> new CreditModel.Milestones(-1, 0, 0, 0, 1)).hasMessageContaining("per mille");
        assertThatThrownBy(() -> new CreditModel.TimeDecay(Duration.ZERO)).hasMessageContaining("half-life");
    }
}
