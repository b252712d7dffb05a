package tributary.query.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.attribution.rules.RuleSet;
import tributary.events.AccountEvent.AccountOpened;
import tributary.events.Fact;
import tributary.events.Refusal;
import tributary.query.Office;
import tributary.query.live.MadeUpHistory;
import tributary.store.Scopes;

/// Rule sets over HTTP (docs/api.md section 7).
@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleSetsResourceTest {
    private static final String RULE_SETS = "/api/v1/rule-sets";
    private static final Set<String> WRITER = Set.of(Scopes.RULES_WRITE);

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder, "2024-05-01");
        office.record(new AccountOpened(Office.ACCOUNT, Map.of("name", "Acme"), Instant.EPOCH));
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Map<String, Object> make(String name, String body) {
        return office.want(WRITER, "PUT", RULE_SETS + "/" + name, body.replace('\'', '"'));
    }

    @Test
    void a_rule_set_is_made_and_shown_with_every_parameter_documented() {
        var made = make("strict", "{'base':'2023-09','sessionGapMinutes':15,'keywords':false}");

        assertThat(made)
                .containsEntry("name", "strict")
                .containsEntry("preset", false)
                .containsEntry("base", "2023-09")
                .containsEntry("active", false);
        assertThat((Map<?, ?>) made.get("parameters"))
                .isEqualTo(changed(office.answer(RULE_SETS + "/2023-09"), 15, false));
        assertThat(((Map<?, ?>) made.get("parameters")).containsKey("lookBackDays"))
                .isTrue();
        assertThat((List<?>) made.get("documentation"))
                .hasSize(RuleSet.parameters().size())
                .allSatisfy(one -> assertThat(((Map<?, ?>) one).keySet())
                        .hasToString("[name, meaning, default, accepted, rules]"));
        assertThat(office.answer(RULE_SETS + "/strict")).isEqualTo(made);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> changed(Map<String, Object> shown, int gap, boolean keywords) {
        var parameters = (Map<String, Object>) shown.get("parameters");
        parameters.put("sessionGapMinutes", gap);
        parameters.put("keywords", keywords);
        return parameters;
    }

    @Test
    void all_are_listed_the_presets_first() {
        make("strict", "{'base':'2024-11'}");
        make("stricter", "{'base':'strict','midnightSplits':true}");

        assertThat(office.list("ruleSets", RULE_SETS))
                .extracting("name")
                .containsExactly("2023-09", "2024-11", "strict", "stricter");
        assertThat(office.list("ruleSets", RULE_SETS)).extracting("active").containsExactly(true, false, false, false);
        assertThat(office.list("documentation", RULE_SETS))
                .extracting("name")
                .startsWith("sessionGapMinutes")
                .endsWith("models");
    }

    @Test
    void a_model_of_ones_own_is_asked_for_by_its_name() {
        make("mine", "{'base':'2023-09','models':{'HALF':{'kind':'MILESTONES','first':500,'close':500}}}");

        assertThat(office.answer("/api/v1/metrics?ruleSet=mine&model=HALF"))
                .containsEntry("ruleSet", "mine")
                .containsEntry("model", "HALF");
        assertThatThrownBy(() -> office.answer("/api/v1/metrics?model=HALF"))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("accepted under rule set 2023-09: LINEAR");
    }

    @Test
    void a_wrong_parameter_is_refused_and_named() {
        assertThatThrownBy(() -> make("x", "{'base':'2023-09','sessionGap':15}"))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("sessionGap is no parameter");
        assertThatThrownBy(() -> make("x", "{'base':'2023-09','jAnchor':'LEAD'}"))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refusal -> assertThat(refusal.particulars())
                                .containsEntry("parameter", "jAnchor")
                                .containsEntry("accepted", "CLOSE or DEAL"))
                .hasMessage("jAnchor is \"LEAD\"; expected CLOSE or DEAL");
        assertThatThrownBy(() -> make("x", "{'sessionGapMinutes':15}")).hasMessageContaining("base is missing");
        assertThatThrownBy(() -> make("x", "[]")).hasMessageContaining("the body is not an object");
        assertThatThrownBy(() -> make("x", "{'base':'1999'}")).hasMessageContaining("there are 2023-09, 2024-11");
        assertThat(office.list("ruleSets", RULE_SETS)).hasSize(2);
    }

    @Test
    void an_unknown_rule_set_is_not_found_nor_answered_under() {
        make("strict", "{'base':'2023-09'}");
        assertThatThrownBy(() -> office.answer(RULE_SETS + "/nowhere"))
                .isInstanceOfSatisfying(
                        Refusal.Unknown.class,
                        refusal -> assertThat(refusal.particulars()).containsEntry("ruleSet", "nowhere"));
        assertThatThrownBy(() -> office.want(WRITER, "POST", RULE_SETS + "/nowhere/activate", ""))
                .isInstanceOf(Refusal.Unknown.class);
        assertThatThrownBy(() -> office.answer("/api/v1/metrics?ruleSet=nowhere"))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessage("there is no rule set nowhere; there are 2023-09, 2024-11, strict");
    }

    @Test
    void no_address_is_repeated_that_was_sent_by_mistake() {
        assertThatThrownBy(() -> office.answer(RULE_SETS + "/anna@example.com"))
                .isInstanceOf(Refusal.Unknown.class)
                .hasMessageNotContaining("anna");
        assertThatThrownBy(() -> office.answer("/api/v1/metrics?ruleSet=anna@example.com"))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageNotContaining("anna");
        for (var body : List.of(
                "{'base':'anna@example.com'}",
                "{'base':'2023-09','anna@example.com':1}",
                "{'base':'2023-09','jAnchor':'anna@example.com'}",
                "{'base':'2023-09','models':{'anna@example.com':{}}}",
                "{'base':'2023-09','models':{'X':{'kind':'LINEAR','anna@example.com':1}}}"))
            assertThatThrownBy(() -> make("x", body))
                    .isInstanceOfSatisfying(
                            Refusal.Invalid.class,
                            refusal ->
                                    assertThat(refusal.particulars().toString()).doesNotContain("anna"))
                    .hasMessageNotContaining("anna");
    }

    @Test
    void making_and_activating_need_their_scope_and_looking_needs_any() {
        var reader = Set.of(Scopes.CAMPAIGNS_READ);
        assertThatThrownBy(() -> office.want(reader, "PUT", RULE_SETS + "/x", "{\"base\":\"2023-09\"}"))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> office.want(reader, "POST", RULE_SETS + "/2024-11/activate", ""))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(office.ask(reader, RULE_SETS).getStatus()).isEqualTo(200);
        assertThat(office.ask(WRITER, RULE_SETS).getStatus()).isEqualTo(200);
        assertThatThrownBy(() -> office.ask(Set.of(Scopes.INTERACTIONS_WRITE), RULE_SETS))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void activating_switches_reports_once_the_replay_is_complete() {
        make("strict", "{'base':'2023-09','sessionGapMinutes':15}");
        assertThat(office.answer("/api/v1/metrics")).containsEntry("ruleSet", "2023-09");

        var replay = office.want(WRITER, "POST", RULE_SETS + "/strict/activate", "");

        assertThat(replay).containsEntry("kind", "ACTIVATE").containsEntry("ruleSet", "strict");
        assertThat(ended(replay)).containsEntry("state", "COMPLETE").containsEntry("differences", List.of());
        assertThat(office.answer("/api/v1/metrics")).containsEntry("ruleSet", "strict");
        assertThat(office.answer("/api/v1/metrics?ruleSet=2023-09")).containsEntry("ruleSet", "2023-09");
        assertThat(office.list("ruleSets", RULE_SETS)).extracting("active").containsExactly(false, false, true);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void figures_under_rules_of_ones_own_that_were_kept_live_equal_those_judged_anew(long seed) {
        make(
                "mine",
                "{'base':'2024-11','sessionGapMinutes':7,'dealSnapshot':'EVER','removedAssetsKeepCounting':false}");
        var facts = new MadeUpHistory(Office.ACCOUNT, seed, 12).facts(200);
        for (var from = 0; from < facts.size(); from += 40) {
            office.record(facts.subList(from, Math.min(facts.size(), from + 40)).toArray(Fact[]::new));
            office.answer("/api/v1/metrics?ruleSet=mine");
        }
        var live = office.answer("/api/v1/metrics?ruleSet=mine");

        var replay = office.want(WRITER, "POST", "/api/v1/replays", "{\"kind\":\"REPLAY\",\"ruleSet\":\"mine\"}");
        assertThat(ended(replay)).containsEntry("state", "COMPLETE").containsEntry("differences", List.of());
        var activation = office.want(WRITER, "POST", RULE_SETS + "/mine/activate", "");
        assertThat(ended(activation)).containsEntry("state", "COMPLETE").containsEntry("differences", List.of());

        var after = office.answer("/api/v1/metrics?ruleSet=mine");
        after.remove("position");
        live.remove("position");
        assertThat(after).isEqualTo(live);
    }

    @Test
    void more_rule_sets_than_are_kept_live_are_each_answered_under() {
        office.record(new MadeUpHistory(Office.ACCOUNT, 4, 12).facts(100).toArray(Fact[]::new));
        for (var i = 1; i <= 7; i++) make("gap" + i, "{'base':'2023-09','sessionGapMinutes':" + i + "}");
        for (var round = 0; round < 2; round++)
            for (var i = 1; i < 7; i++) {
                assertThat(office.answer("/api/v1/metrics?ruleSet=gap" + i)).containsEntry("ruleSet", "gap" + i);
                assertThat(office.answer(RULE_SETS + "/gap" + i + "/compare/gap" + (i + 1)))
                        .containsEntry("a", "gap" + i)
                        .containsEntry("b", "gap" + (i + 1));
            }
    }

    private Map<String, Object> ended(Map<String, Object> replay) {
        for (var i = 0; i < 5_000; i++) {
            var state = office.answer("/api/v1/replays/" + replay.get("id"));
            if (!state.get("state").equals("RUNNING")) return state;
            LockSupport.parkNanos(1_000_000);
        }
        throw new AssertionError("the replay does not end");
    }
}
