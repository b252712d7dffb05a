package tributary.attribution.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.attribution.AssetType;
import tributary.attribution.Kind;
import tributary.attribution.SessionOrigin;

/// Rule sets of one's own, made of another by changing parameters.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangedRulesTest {
    private static final RuleSet SEED = RuleSet.of("2023-09");

    @ParameterizedTest
    @ValueSource(strings = {"2023-09", "2024-11"})
    void what_a_rule_set_shows_makes_the_same_one_of_any_other(String preset) {
        var shown = RuleSet.of(preset).values();
        for (var base : RuleSet.presets())
            assertThat(base.changed("copy", shown).values()).isEqualTo(shown);
    }

    @Test
    void what_is_not_changed_is_as_in_the_base() {
        assertThat(SEED.changed("copy", Map.of()).values()).isEqualTo(SEED.values());
        assertThat(SEED.changed("copy", Map.of()).name()).isEqualTo("copy");
    }

    @Test
    void every_parameter_can_be_changed_and_shows_it() {
        var changes = new HashMap<String, Object>();
        changes.put("sessionGapMinutes", 12.5);
        changes.put("newSourceSplits", false);
        changes.put("midnightSplits", true);
        changes.put("excludedOrigins", List.of("AD"));
        changes.put("trafficPages", List.of("BLOG_POST", "KNOWLEDGE_ARTICLE"));
        changes.put("keywords", false);
        changes.put("influencing", List.of("EMAIL_CLICK MARKETING_EMAIL", "PAGE_VIEW SITE_PAGE"));
        changes.put("adsInfluence", true);
        changes.put("revenueEngagements", List.of("FORM_SUBMISSION FORM"));
        changes.put("revenueMeaning", "MONEY");
        changes.put("attributionKinds", List.of("CALL", "PAGE_VIEW"));
        changes.put("lookBackDays", 90L);
        changes.put("removedAssetsKeepCounting", false);
        changes.put("botFilter", "OFF");
        changes.put("dealOrder", "UP_TO_WIN");
        changes.put("dealSnapshot", "EVER");
        changes.put("jAnchor", "DEAL");
        changes.put("models", Map.of("FAST", Map.of("kind", "TIME_DECAY", "halfLifeDays", 1.5)));
        assertThat(changes.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        RuleSet.parameters().stream().map(Parameter::name).toList());

        var rules = SEED.changed("mine", changes);

        assertThat(rules.sessionGap()).isEqualTo(Duration.ofSeconds(750));
        assertThat(rules.excludedOrigins()).containsExactly(SessionOrigin.AD);
        assertThat(rules.influencing())
                .isEqualTo(Set.of(
                        new Engagement(Kind.EMAIL_CLICK, AssetType.MARKETING_EMAIL),
                        new Engagement(Kind.PAGE_VIEW, AssetType.SITE_PAGE)));
        assertThat(rules.lookBack()).contains(Duration.ofDays(90));
        assertThat(rules.jAnchor()).isEqualTo(Milestone.DEAL);
        var shown = new HashMap<>(rules.values());
        var models = (Map<?, ?>) shown.remove("models");
        assertThat(models.get("FAST")).isEqualTo(Map.of("kind", "TIME_DECAY", "halfLifeDays", 1.5));
        changes.remove("models");
        assertThat(shown).isEqualTo(changes);
    }

    @Test
    void models_are_added_changed_and_taken_out_by_name() {
        var models = new HashMap<String, Object>();
        models.put("MINE", Map.of("kind", "MILESTONES", "first", 500, "close", 500));
        models.put("U_SHAPED", Map.of("kind", "J", "first", 250, "anchor", 500, "middle", 250));
        models.put("TIME_DECAY", null);

        var rules = SEED.changed("mine", Map.of("models", models));

        assertThat(rules.modelNames())
                .hasSize(9)
                .startsWith("LINEAR")
                .endsWith("MINE")
                .doesNotContain("TIME_DECAY");
        assertThat(rules.models())
                .contains(
                        new NamedModel("MINE", new CreditModel.Milestones(500, 0, 0, 500, 0)),
                        new NamedModel("U_SHAPED", new CreditModel.Anchored(250, 500, 250)));
    }

    @Test
    void a_look_back_of_nothing_is_any_time() {
        var narrow = SEED.changed("short", Map.of("lookBackDays", 30));
        var changes = new HashMap<String, Object>();
        changes.put("lookBackDays", null);
        assertThat(narrow.changed("long", changes).lookBack()).isEmpty();
    }

    @Test
    void an_unknown_parameter_is_refused_and_all_are_named() {
        assertThatThrownBy(() -> SEED.changed("x", Map.of("sessionGap", 30)))
                .isInstanceOf(WrongParameter.class)
                .hasMessageContaining("sessionGap is no parameter of a rule set")
                .hasMessageContaining("sessionGapMinutes, newSourceSplits")
                .hasMessageContaining("jAnchor, models");
    }

    static List<List<Object>> wrong() {
        return List.of(
                wrong("sessionGapMinutes", 0, "is 0; expected a positive number of minutes"),
                wrong("sessionGapMinutes", -3, "is -3; expected"),
                wrong("sessionGapMinutes", "30", "is \"30\"; expected a positive number"),
                wrong("sessionGapMinutes", 1e300, "525600 at most"),
                wrong("sessionGapMinutes", Double.NaN, "expected a positive number"),
                wrong("sessionGapMinutes", new BigDecimal("1e-20"), "expected a positive number"),
                wrong("keywords", "yes", "is \"yes\"; expected true or false"),
                wrong("keywords", null, "is null; expected true or false"),
                wrong("excludedOrigins", "AD", "is \"AD\"; expected a list of any of AD, CTA, WORKFLOW"),
                wrong("excludedOrigins", List.of("NONE"), "is \"NONE\"; expected a list of any of AD"),
                wrong("excludedOrigins", List.of("AD", "AD"), "has \"AD\" twice"),
                wrong("excludedOrigins", List.of(7), "is 7; expected"),
                wrong("trafficPages", List.of("FORM"), "is \"FORM\"; expected a list of any of SITE_PAGE"),
                wrong("influencing", List.of("PAGE_VIEW FORM"), "is \"PAGE_VIEW FORM\"; expected"),
                wrong("influencing", List.of("EMAIL_CLICK"), "such as EMAIL_CLICK MARKETING_EMAIL"),
                wrong("attributionKinds", List.of("WINK"), "is \"WINK\"; expected a list of any kinds"),
                wrong("botFilter", "MAYBE", "is \"MAYBE\"; expected AS_ACCOUNT, ON or OFF"),
                wrong("jAnchor", "LEAD", "is \"LEAD\"; expected CLOSE or DEAL"),
                wrong("lookBackDays", 0, "or null for any time"),
                wrong("models", List.of(), "is a list; expected by name"),
                wrong("models", Map.of("a b", Map.of()), "1 to 64 characters of"),
                wrong("models", Map.of("MARKOV", Map.of("kind", "LINEAR")), "MARKOV has its own meaning"),
                wrong(
                        "models",
                        Map.of("X", Map.of("kind", "S")),
                        "models.X.kind is \"S\"; expected one of LINEAR, MIL"),
                wrong("models", Map.of("X", Map.of()), "models.X.kind is null; expected one of LINEAR"),
                wrong("models", Map.of("X", model("MILESTONES", "first", 900)), "shares of 900 per mille together"),
                wrong(
                        "models",
                        Map.of("X", model("MILESTONES", "first", 1.5)),
                        "models.X.first is 1.5; expected a whole"),
                wrong("models", Map.of("X", model("MILESTONES", "lead", 1000)), "gives nothing to first, close and"),
                wrong("models", Map.of("X", model("J", "anchor", 1000)), "an anchor is not in every path"),
                wrong(
                        "models",
                        Map.of("X", model("J", "lead", 1000)),
                        "models.X.lead is unknown to models of this kind"),
                wrong("models", Map.of("X", model("LINEAR", "first", 1)), "expected nothing but kind"),
                wrong("models", Map.of("X", model("TIME_DECAY", "halfLifeDays", 0)), "models.X.halfLifeDays is 0"),
                wrong("models", Map.of("LINEAR", model("J", "first", 1000)), "expected kind LINEAR, or another name"),
                wrong("models", nothing("NONE_SUCH"), "expected null only for one of LINEAR, FIRST_INTERACTION"));
    }

    private static Map<String, Object> model(String kind, String field, Object value) {
        return Map.of("kind", kind, field, value);
    }

    private static Map<String, Object> nothing(String name) {
        var map = new HashMap<String, Object>();
        map.put(name, null);
        return map;
    }

    private static List<Object> wrong(Object... row) {
        return Arrays.asList(row);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_wrong_value_is_refused_with_what_would_be_accepted(List<Object> row) {
        var changes = new HashMap<String, Object>();
        changes.put((String) row.get(0), row.get(1));
        assertThatThrownBy(() -> SEED.changed("x", changes))
                .isInstanceOf(WrongParameter.class)
                .hasMessageStartingWith((String) row.get(0))
                .hasMessageContaining((String) row.get(2));
    }

    @Test
    void what_contradicts_itself_is_refused() {
        assertThatThrownBy(() -> SEED.changed("x", Map.of("influencing", List.of("AD_CLICK AD_CAMPAIGN"))))
                .isInstanceOf(WrongParameter.class)
                .hasMessage("adsInfluence is false, but influencing has AD_CLICK AD_CAMPAIGN; expected true, or"
                        + " influencing without AD_CLICK AD_CAMPAIGN");
        assertThatThrownBy(() -> RuleSet.of("2024-11").changed("x", Map.of("models", nothing("LINEAR"))))
                .isInstanceOf(WrongParameter.class)
                .hasMessageContaining("there is no model LINEAR");
        var none = new HashMap<String, Object>();
        SEED.modelNames().forEach(name -> none.put(name, null));
        assertThatThrownBy(() -> SEED.changed("x", Map.of("models", none)))
                .isInstanceOf(WrongParameter.class)
                .hasMessageContaining("at least one model");
    }

    @Test
    void more_models_than_can_be_kept_are_refused() {
        var many = new HashMap<String, Object>();
        for (var i = 0; i <= Models.MOST; i++) many.put("M" + i, Map.of("kind", "LINEAR"));
        assertThatThrownBy(() -> SEED.changed("x", Map.of("models", many)))
                .isInstanceOf(WrongParameter.class)
                .hasMessageContaining(Models.MOST + " at most");
    }

    @Test
    void every_parameter_stands_in_the_documents_with_its_meaning_and_rules() throws IOException {
        var documents = Files.readString(Path.of("../docs/rules.md"));
        for (var parameter : RuleSet.parameters())
            assertThat(documents)
                    .contains("| `" + parameter.name() + "` | " + parameter.meaning() + " | "
                            + String.join(", ", parameter.rules()) + " |");
    }
}
