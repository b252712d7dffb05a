package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.query.Office;
import tributary.query.SpringLaunch;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportsTest {
    private static Office office;

    @BeforeAll
    static void the_spring_launch_is_recorded(@TempDir Path folder) {
        office = new Office(folder, "2023-12-31")
                .record(SpringLaunch.facts(Map.of()))
                .knows(SpringLaunch.ADA, "ada@example.com");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void every_answer_begins_with_what_was_asked() {
        assertThat(office.answer("/api/v1/campaigns/A/metrics?from=2023-04-01&to=2023-04-30&model=W_SHAPED"))
                .contains(
                        entry("ruleSet", "2023-09"),
                        entry("model", "W_SHAPED"),
                        entry("currency", "EUR"),
                        entry("timeZone", "Europe/Amsterdam"),
                        entry("from", "2023-04-01"),
                        entry("to", "2023-04-30"))
                .containsKey("position")
                .doesNotContainKey("asOf");
    }

    @Test // DATE-3
    void without_days_it_is_everything_up_to_today() {
        assertThat(office.answer("/api/v1/campaigns/A/metrics"))
                .contains(entry("from", "2006-01-01"), entry("to", "2023-12-31"), entry("model", "LINEAR"));
    }

    @Test
    void metrics_are_whole_numbers_and_decimal_texts() {
        assertThat(office.answer("/api/v1/campaigns/A/metrics"))
                .contains(
                        entry("sessions", 2),
                        entry("newContactsFirstTouch", 0),
                        entry("newContactsLastTouch", 0),
                        entry("influencedContacts", 2),
                        entry("revenueContacts", 2),
                        entry("closedDeals", 2),
                        entry("influencedRevenue", "1000.00"),
                        entry("attributedRevenue", "1000.00"),
                        entry("uniqueInfluences", 4))
                .doesNotContainKey("revenue");
    }

    @Test // D-36
    void under_another_rule_set_revenue_is_money() {
        assertThat(office.answer("/api/v1/campaigns/A/metrics?ruleSet=2024-11"))
                .contains(entry("ruleSet", "2024-11"), entry("revenue", "1000.00"))
                .doesNotContainKey("revenueContacts");
    }

    @Test // D-34
    void all_campaigns_and_the_account_stand_side_by_side() {
        var answer = office.answer("/api/v1/metrics");

        assertThat(office.list("campaigns", "/api/v1/metrics"))
                .extracting(row -> row.get("campaign"), row -> row.get("name"), row -> row.get("influencedContacts"))
                .containsExactly(tuple("B", "Autumn", 0), tuple("A", "Spring Launch", 2));
        assertThat(answer.get("account")).asInstanceOf(MAP).containsEntry("closedDeals", 2);
    }

    @Test // AC-31
    void a_series_tells_each_week() {
        assertThat(
                        office.list(
                                "points",
                                "/api/v1/campaigns/A/series?metric=influencedContacts&frequency=WEEK&from=2023-04-02&to=2023-04-15"))
                .containsExactly(
                        Map.of("from", "2023-04-02", "to", "2023-04-08", "value", 1),
                        Map.of("from", "2023-04-09", "to", "2023-04-15", "value", 1));
    }

    @Test
    void influences_by_asset_name_the_assets_and_the_utm_value() {
        assertThat(office.list("rows", "/api/v1/campaigns/A/influences?by=asset"))
                .containsExactly(
                        Map.of("key", "LANDING_PAGE/LP1", "type", "LANDING_PAGE", "name", "Spring", "influences", 2),
                        Map.of("key", "MARKETING_EMAIL/EM1", "type", "MARKETING_EMAIL", "influences", 1),
                        Map.of("key", "UTM/spring-launch", "type", "UTM", "influences", 1));
    }

    @Test // D-52
    void lists_of_contacts_are_told_in_order_of_time_page_by_page() {
        var path = "/api/v1/campaigns/A/contacts/influencedContacts?limit=1";
        var first = office.answer(path);
        var after = ((Map<?, ?>) ((Map<?, ?>) first.get("paging")).get("next")).get("after");

        assertThat(first.get("results")).isEqualTo(List.of(Map.of("id", "c1", "at", "2023-04-03T10:00:00Z")));
        assertThat(office.answer(path + "&after={after}", after))
                .containsEntry("results", List.of(Map.of("id", "c2", "at", "2023-04-10T10:00:00Z")))
                .doesNotContainKey("paging");
    }

    @Test // D-43
    void deals_tell_their_amounts_and_why_one_has_none() {
        var deals = office.list("results", "/api/v1/campaigns/A/deals");

        assertThat(deals.getFirst())
                .isEqualTo(Map.of(
                        "id", "d1",
                        "amount", "1000.00",
                        "closeDate", "2023-04-20",
                        "wonAt", "2023-04-20T12:00:00Z",
                        "influencedBy", List.of("c1")));
        assertThat(deals.getLast())
                .containsEntry("id", "d2")
                .doesNotContainKey("amount")
                .containsKey("problem");
    }

    @Test // A4
    void assets_tell_their_own_history() {
        assertThat(office.list("assets", "/api/v1/campaigns/A/assets"))
                .contains(Map.of(
                        "key", "LANDING_PAGE/LP1",
                        "type", "LANDING_PAGE",
                        "id", "LP1",
                        "name", "Spring",
                        "associatedAt", "2023-03-01T00:00:00Z",
                        "views", 2,
                        "submissions", 0))
                .contains(Map.of(
                        "key", "MARKETING_EMAIL/EM1",
                        "type", "MARKETING_EMAIL",
                        "id", "EM1",
                        "associatedAt", "2023-03-01T00:00:00Z",
                        "deliveries", 0,
                        "opens", 0,
                        "clicks", 1));
    }

    @Test // AC-78, AC-79, D-49
    void return_on_investment_does_not_cut_spend_to_the_range() {
        assertThat(office.answer("/api/v1/campaigns/A/roi?from=2023-04-01&to=2023-04-30"))
                .contains(
                        entry("budget", "2000.00"),
                        entry("spend", "250.00"),
                        entry("remaining", "1750.00"),
                        entry("revenueSource", "attributedRevenue"),
                        entry("revenue", "1000.00"),
                        entry("roi", 300))
                .containsEntry(
                        "goals",
                        Map.of(
                                "influencedContacts", Map.of("goal", 40, "actual", 2, "attainment", 5),
                                "attributedRevenue", Map.of("goal", "4000.00", "actual", "1000.00", "attainment", 25),
                                "applause", Map.of("goal", "much")));
    }

    @Test
    void without_spend_there_is_no_return_on_it() {
        assertThat(office.answer("/api/v1/campaigns/B/roi"))
                .containsEntry("spend", "0.00")
                .doesNotContainKey("roi");
    }

    @Test
    void attribution_adds_up_to_its_total_however_it_is_told() {
        assertThat(office.answer("/api/v1/attribution?by=campaign"))
                .contains(entry("unattributed", "0.00"), entry("total", "1000.00"))
                .containsEntry("rows", List.of(Map.of("key", "A", "name", "Spring Launch", "revenue", "1000.00")));
        assertThat(office.list("rows", "/api/v1/attribution?by=asset"))
                .containsExactly(
                        Map.of(
                                "key",
                                "LANDING_PAGE/LP1",
                                "type",
                                "LANDING_PAGE",
                                "name",
                                "Spring",
                                "revenue",
                                "500.00"),
                        Map.of("key", "MARKETING_EMAIL/EM1", "type", "MARKETING_EMAIL", "revenue", "500.00"));
        assertThat(office.list("rows", "/api/v1/attribution?by=contact"))
                .containsExactly(Map.of("key", "c1", "revenue", "1000.00"));
    }

    @Test
    void credit_tells_each_interaction_of_a_deal() {
        var answer = office.answer("/api/v1/deals/d1/credit");

        assertThat(answer)
                .contains(entry("amount", "1000.00"), entry("won", true), entry("eligible", true))
                .containsEntry("reasons", List.of());
        assertThat(office.list("interactions", "/api/v1/deals/d1/credit"))
                .extracting(
                        act -> act.get("at"),
                        act -> act.get("kind"),
                        act -> act.get("amount"),
                        act -> act.get("campaigns"))
                .containsExactly(
                        tuple("2023-04-03T10:00:00Z", "PAGE_VIEW", "500.00", List.of("A")),
                        tuple("2023-04-12T10:00:00Z", "EMAIL_CLICK", "500.00", List.of("A")));
    }

    @Test // D-48
    void a_deal_without_a_rate_says_why_it_is_not_eligible() {
        var answer = office.answer("/api/v1/deals/d2/credit");

        assertThat(answer).contains(entry("eligible", false), entry("interactions", List.of()));
        assertThat(office.list("reasons", "/api/v1/deals/d2/credit")).isNotEmpty();
    }

    @Test
    void why_tells_by_which_act_a_contact_counts() {
        var answer = office.answer("/api/v1/campaigns/A/why/c1");

        assertThat(answer)
                .contains(
                        entry("campaign", "A"),
                        entry("contact", "c1"),
                        entry("createdAt", "2023-02-01T00:00:00Z"),
                        entry("source", "IMPORT"));
        assertThat(metric(answer, "influencedContacts").get("counted")).isEqualTo(true);
        assertThat(metric(answer, "influencedContacts").get("by"))
                .hasToString(
                        "{at=2023-04-03T10:00:00Z, kind=PAGE_VIEW, contact=c1, asset={type=LANDING_PAGE, id=LP1, name=Spring}, "
                                + "url=https://www.example.com/spring, position="
                                + ((Map<?, ?>) metric(answer, "influencedContacts")
                                                .get("by"))
                                        .get("position")
                                + ", line=0}");
        assertThat(metric(answer, "newContactsFirstTouch").get("counted")).isEqualTo(false);
    }

    @Test
    void a_contact_may_be_named_by_its_address() {
        assertThat(office.answer("/api/v1/campaigns/A/why/email:Ada@example.com"))
                .containsEntry("contact", "c1");
        assertThat(office.answer("/api/v1/contacts/email:ada@example.com/journey"))
                .containsEntry("contact", "c1");
    }

    @Test
    void a_journey_is_told_in_order_of_time() {
        assertThat(office.list("entries", "/api/v1/contacts/c1/journey"))
                .extracting(entry -> entry.get("type"), entry -> entry.get("source"))
                .containsExactly(tuple("session", "DIRECT_TRAFFIC"), tuple("act", "EMAIL_MARKETING"));
    }

    @Test
    void a_journey_comes_in_pages_when_asked_to() {
        assertThat(office.answer("/api/v1/contacts/c1/journey?limit=1")).containsKey("paging");
    }

    @Test // D-50
    void as_of_an_instant_before_everything_was_recorded_there_is_no_campaign() {
        assertThatThrownBy(() -> office.answer("/api/v1/campaigns/A/metrics?asOf=2023-01-01T00:00:00Z"))
                .hasMessageContaining("there is no campaign A");
    }

    @Test
    void as_of_now_everything_is_there() {
        assertThat(office.answer("/api/v1/campaigns/A/metrics?asOf=2023-12-31T12:00:00Z"))
                .contains(entry("asOf", "2023-12-31T12:00:00Z"), entry("influencedContacts", 2));
    }

    private static Map<?, ?> metric(Map<String, Object> answer, String name) {
        return (Map<?, ?>) ((Map<?, ?>) answer.get("metrics")).get(name);
    }
}
