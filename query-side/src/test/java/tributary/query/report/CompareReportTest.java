package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.events.Fact;
import tributary.events.Refusal;
import tributary.query.Office;
import tributary.query.live.MadeUpHistory;
import tributary.store.Scopes;

/// Two rule sets side by side (docs/api.md section 7), on made-up ledgers.
@DisplayNameGeneration(ReplaceUnderscores.class)
class CompareReportTest {
    private static final String BOTH = "/api/v1/rule-sets/2023-09/compare/mine";
    private static final String OTHER_IN_EVERYTHING = """
            {"base":"2023-09","sessionGapMinutes":5,"keywords":false,"adsInfluence":true,"lookBackDays":20,
             "influencing":["EMAIL_CLICK MARKETING_EMAIL","PAGE_VIEW LANDING_PAGE","PAGE_VIEW KNOWLEDGE_ARTICLE"],
             "revenueEngagements":["EMAIL_OPEN MARKETING_EMAIL","PAGE_VIEW SITE_PAGE"],"excludedOrigins":[],
             "trafficPages":["LANDING_PAGE","KNOWLEDGE_ARTICLE"],"removedAssetsKeepCounting":false,"botFilter":"OFF",
             "dealSnapshot":"EVER","dealOrder":"UP_TO_WIN","jAnchor":"DEAL"}""";

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder, "2024-05-01");
    }

    @AfterEach
    void close() {
        office.close();
    }

    private void record(long seed, String mine) {
        var facts = new MadeUpHistory(Office.ACCOUNT, seed, 12).facts(400);
        office.record(facts.toArray(Fact[]::new));
        office.want(Set.of(Scopes.RULES_WRITE), "PUT", "/api/v1/rule-sets/mine", mine);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void each_campaign_has_both_values_and_their_difference(long seed) {
        record(seed, OTHER_IN_EVERYTHING);

        var all = office.answer(BOTH + "?model=J_SHAPED");

        assertThat(all).containsEntry("a", "2023-09").containsEntry("b", "mine").containsEntry("model", "J_SHAPED");
        var a = office.answer("/api/v1/metrics?model=J_SHAPED");
        var b = office.answer("/api/v1/metrics?model=J_SHAPED&ruleSet=mine");
        assertDifferences((Map<?, ?>) all.get("account"), (Map<?, ?>) a.get("account"), (Map<?, ?>) b.get("account"));
        assertThat((List<?>) all.get("campaigns")).hasSameSizeAs((List<?>) a.get("campaigns"));
        for (var i = 0; i < ((List<?>) all.get("campaigns")).size(); i++) {
            var campaign = (Map<?, ?>) ((List<?>) all.get("campaigns")).get(i);
            assertDifferences(
                    (Map<?, ?>) campaign.get("metrics"), (Map<?, ?>) ((List<?>) a.get("campaigns")).get(i), (Map<?, ?>)
                            ((List<?>) b.get("campaigns")).get(i));
        }
        assertThat(all).doesNotContainKeys("contacts", "deals", "ruleSet");
    }

    private static void assertDifferences(Map<?, ?> compared, Map<?, ?> a, Map<?, ?> b) {
        compared.forEach((metric, told) -> {
            var values = (Map<?, ?>) told;
            assertThat(values.get("a")).isEqualTo(a.get(metric));
            assertThat(values.get("b")).isEqualTo(b.get(metric));
            assertThat(number(values.get("difference")))
                    .isEqualByComparingTo(number(values.get("b")).subtract(number(values.get("a"))));
        });
        assertThat(compared).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void contacts_and_deals_add_up_to_the_difference_and_each_has_a_rule_that_decided(long seed) {
        record(seed, OTHER_IN_EVERYTHING);
        for (var campaign : livingCampaigns()) {
            for (var range : List.of("", "&from=2023-04-01&to=2023-05-15")) {
                var told = office.answer(BOTH + "?model=W_SHAPED&campaign=" + campaign + range);
                var metrics = (Map<?, ?>) ((Map<?, ?>) ((List<?>) told.get("campaigns")).getFirst()).get("metrics");
                assertAddsUp(told, "contacts", "contactFirstTouch", metrics.get("newContactsFirstTouch"));
                assertAddsUp(told, "contacts", "contactLastTouch", metrics.get("newContactsLastTouch"));
                assertAddsUp(told, "contacts", "influencedContacts", metrics.get("influencedContacts"));
                assertAddsUp(told, "contacts", "revenueContacts", metrics.get("revenueContacts"));
                assertAddsUp(told, "deals", "closedDeals", metrics.get("closedDeals"));
                var revenue = (Map<?, ?>) ((Map<?, ?>) told.get("deals")).get("attributedRevenue");
                var moved = BigDecimal.ZERO;
                for (var move : (List<?>) revenue.get("moves"))
                    moved = moved.add(amount(move, "b")).subtract(amount(move, "a"));
                assertThat(moved)
                        .isEqualByComparingTo(number(((Map<?, ?>) metrics.get("attributedRevenue")).get("difference")));
                assertDecided(revenue);
            }
        }
    }

    private static void assertAddsUp(Map<String, Object> told, String part, String list, Object metric) {
        var moves = (Map<?, ?>) ((Map<?, ?>) told.get(part)).get(list);
        assertThat(number(moves.get("entered")).subtract(number(moves.get("left"))))
                .as("%s", moves)
                .isEqualByComparingTo(number(((Map<?, ?>) metric).get("difference")));
        assertDecided(moves);
    }

    private static void assertDecided(Map<?, ?> moves) {
        for (var move : (List<?>) moves.get("moves")) {
            var decided = (Map<?, ?>) ((Map<?, ?>) move).get("decided");
            assertThat(decided.get("ruleSet")).isIn("2023-09", "mine");
            assertThat((String) decided.get("rule"))
                    .as("%s, and not when things were associated, which is the same under both", move)
                    .matches("[A-Z]+-\\d+")
                    .doesNotStartWith("MATCH-");
        }
    }

    private static BigDecimal amount(Object move, String side) {
        var part = (Map<?, ?>) ((Map<?, ?>) move).get(side);
        return part == null ? BigDecimal.ZERO : number(part.get("amount"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void with_one_rule_changed_that_rule_decides(long seed) {
        record(seed, "{\"base\":\"2023-09\",\"adsInfluence\":true}");
        for (var campaign : livingCampaigns()) {
            var told = office.answer(BOTH + "?campaign=" + campaign);
            for (var part : List.of("contacts", "deals"))
                for (var list : ((Map<?, ?>) told.get(part)).values())
                    for (var move : (List<?>) ((Map<?, ?>) list).get("moves"))
                        assertThat((Map<?, ?>) ((Map<?, ?>) move).get("decided"))
                                .hasFieldOrPropertyWithValue("rule", "INFL-2")
                                .hasFieldOrPropertyWithValue("ruleSet", "2023-09");
        }
    }

    @Test
    void a_rule_set_compared_with_itself_moves_nothing() {
        record(1, "{\"base\":\"2023-09\"}");
        var told = office.answer(BOTH + "?campaign=spring");
        for (var part : List.of("contacts", "deals"))
            for (var list : ((Map<?, ?>) told.get(part)).values())
                assertThat(list).isEqualTo(Map.of("entered", 0, "left", 0, "changed", 0, "moves", List.of()));
    }

    @Test
    void metrics_that_only_one_rule_set_has_stand_alone() {
        record(1, "{\"base\":\"2024-11\"}");
        var account = (Map<?, ?>) office.answer(BOTH).get("account");
        assertThat(((Map<?, ?>) account.get("revenueContacts")).keySet()).hasToString("[a]");
        assertThat(((Map<?, ?>) account.get("revenue")).keySet()).hasToString("[b]");
    }

    @Test
    void unknown_rule_sets_models_and_campaigns_are_refused() {
        record(1, "{\"base\":\"2023-09\",\"models\":{\"HALF\":{\"kind\":\"J\",\"first\":1000}}}");
        assertThatThrownBy(() -> office.answer("/api/v1/rule-sets/2023-09/compare/other"))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("there are 2023-09, 2024-11, mine");
        assertThatThrownBy(() -> office.answer(BOTH + "?model=HALF"))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("under rule set 2023-09");
        assertThatThrownBy(() -> office.answer(BOTH + "?campaign=winter")).isInstanceOf(Refusal.Unknown.class);
    }

    /// Made-up histories delete a campaign now and then, never all.
    private List<String> livingCampaigns() {
        var living = ((List<?>) office.answer(BOTH).get("campaigns"))
                .stream()
                        .map(row -> String.valueOf(((Map<?, ?>) row).get("campaign")))
                        .toList();
        assertThat(living).isNotEmpty();
        return living;
    }

    private static BigDecimal number(Object value) {
        return new BigDecimal(String.valueOf(value));
    }
}
