package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.events.CampaignEvent.CampaignDeleted;
import tributary.events.Refusal;
import tributary.query.Office;
import tributary.query.SpringLaunch;
import tributary.store.Scopes;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportRefusalsTest {
    private static final String METRICS = "/api/v1/campaigns/A/metrics";

    private static Office office;

    @BeforeAll
    static void the_spring_launch_of_an_enterprise_is_recorded(@TempDir Path folder) {
        office = new Office(folder, "2023-12-31")
                .record(SpringLaunch.facts(Map.of("tier", "ENTERPRISE")))
                .record(new CampaignDeleted(SpringLaunch.B, Instant.parse("2023-06-01T00:00:00Z")));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metrics",
                "series?metric=sessions",
                "influences?by=asset",
                "contacts/influencedContacts",
                "deals",
                "assets",
                "roi",
                "why/c1"
            })
    void an_unknown_campaign_is_not_found(String report) {
        refused("/api/v1/campaigns/C/" + report)
                .isInstanceOf(Refusal.Unknown.class)
                .hasMessage("there is no campaign C in this account");
    }

    @Test // D-23
    void a_deleted_campaign_is_not_found() {
        refused("/api/v1/campaigns/B/metrics").isInstanceOf(Refusal.Unknown.class);
        assertThat(office.list("campaigns", "/api/v1/metrics"))
                .extracting(row -> row.get("campaign"))
                .containsExactly("A");
    }

    @Test
    void an_unknown_deal_is_not_found() {
        refused("/api/v1/deals/d9/credit")
                .isInstanceOf(Refusal.Unknown.class)
                .hasMessage("there is no deal d9 in this account");
    }

    @Test
    void an_unknown_contact_is_not_found() {
        refused("/api/v1/contacts/c9/journey")
                .isInstanceOf(Refusal.Unknown.class)
                .hasMessage("there is no contact c9 in this account");
        refused("/api/v1/campaigns/A/why/c9").isInstanceOf(Refusal.Unknown.class);
    }

    @Test
    void an_unknown_address_is_not_found_and_not_repeated() {
        refused("/api/v1/contacts/email:eve@example.com/journey")
                .isInstanceOf(Refusal.Unknown.class)
                .hasMessage("there is no contact with this address in this account");
    }

    @Test
    void an_unknown_model_is_refused_naming_those_there_are() {
        refused(METRICS + "?model=GUESSED")
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessage(
                        "there is no model \"GUESSED\"; accepted under rule set 2023-09: LINEAR, FIRST_INTERACTION, "
                                + "LAST_INTERACTION, FULL_PATH, U_SHAPED, W_SHAPED, TIME_DECAY, J_SHAPED, INVERSE_J_SHAPED, "
                                + "MARKOV, SHAPLEY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"attribution?by=asset", "attribution?by=source", "attribution?by=contact", "deals/d1/credit?"})
    void models_that_share_among_campaigns_are_refused_where_acts_get_shares(String report) {
        for (var model : List.of("MARKOV", "SHAPLEY"))
            refused("/api/v1/" + report + "&model=" + model)
                    .isInstanceOf(Refusal.Invalid.class)
                    .hasMessage(
                            "model " + model + " shares deals among campaigns, not among acts; accepted here: LINEAR, "
                                    + "FIRST_INTERACTION, LAST_INTERACTION, FULL_PATH, U_SHAPED, W_SHAPED, TIME_DECAY, J_SHAPED, "
                                    + "INVERSE_J_SHAPED");
    }

    @Test
    void a_series_under_markov_is_refused_since_it_does_not_add_up() {
        refused("/api/v1/campaigns/A/series?metric=attributedRevenue&model=MARKOV")
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("judges the range as a whole")
                .hasMessageEndingWith("INVERSE_J_SHAPED, SHAPLEY");
        assertThat(office.answer("/api/v1/campaigns/A/series?metric=sessions&model=MARKOV"))
                .containsKey("points");
    }

    @Test
    void an_unknown_rule_set_is_refused_naming_those_there_are() {
        refused(METRICS + "?ruleSet=2019-01")
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("2019-01")
                .hasMessageContaining("2023-09")
                .hasMessageContaining("2024-11");
    }

    @Test
    void an_unknown_metric_is_refused_naming_those_available() {
        refused("/api/v1/campaigns/A/series?metric=visits&frequency=DAY")
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("there is no metric \"visits\"; accepted in tier ENTERPRISE")
                .hasMessageContaining("sessions");
    }

    @Test // D-35
    void a_metric_outside_the_tier_is_refused_by_name_and_absent_otherwise() {
        refused("/api/v1/campaigns/A/series?metric=closedDeals&frequency=DAY").isInstanceOf(Refusal.Invalid.class);
        refused("/api/v1/campaigns/A/contacts/revenueContacts").isInstanceOf(Refusal.Invalid.class);
        assertThat(office.answer(METRICS))
                .containsKey("attributedRevenue")
                .doesNotContainKeys("closedDeals", "revenueContacts", "influencedRevenue");
    }

    @ParameterizedTest // D-35
    @ValueSource(strings = {"/api/v1/campaigns/A/deals", "/api/v1/campaigns/A/roi", "/api/v1/attribution?by=source"})
    void deals_return_on_investment_and_attribution_answer_in_every_tier(String path) {
        assertThat(office.answer(path)).containsKey("position");
    }

    @Test
    void an_unknown_frequency_is_refused() {
        refused("/api/v1/campaigns/A/series?metric=sessions&frequency=YEAR")
                .hasMessage("there is no frequency \"YEAR\"; accepted here: DAY, WEEK, MONTH");
    }

    @Test
    void an_unknown_breakdown_is_refused() {
        refused("/api/v1/campaigns/A/influences?by=page")
                .hasMessage("there is no breakdown \"page\"; accepted here: asset, assetType, contact");
        refused("/api/v1/campaigns/A/influences")
                .hasMessage("the parameter by is missing; accepted here: asset, assetType, contact");
        refused("/api/v1/attribution?by=page")
                .hasMessage(
                        "there is no breakdown \"page\"; accepted here: campaign, asset, assetType, source, contact");
    }

    @Test
    void an_unknown_list_of_contacts_is_refused() {
        refused("/api/v1/campaigns/A/contacts/everybody")
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("contactFirstTouch, contactLastTouch, influencedContacts");
    }

    @Test
    void a_day_that_is_none_is_refused() {
        refused(METRICS + "?from=2023-02-30")
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("YYYY-MM-DD");
    }

    @Test
    void a_range_that_ends_before_it_starts_is_refused() {
        refused(METRICS + "?from=2023-09-30&to=2023-09-01")
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("from 2023-09-30 is after to 2023-09-01");
    }

    @Test
    void an_as_of_that_is_no_instant_is_refused() {
        refused(METRICS + "?asOf=yesterday").isInstanceOf(Refusal.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/campaigns/A/deals",
                "/api/v1/campaigns/A/contacts/influencedContacts",
                "/api/v1/contacts/c1/journey"
            })
    void a_page_that_is_none_is_refused(String path) {
        refused(path + "?limit=0").isInstanceOf(Refusal.Invalid.class).hasMessageContaining("limit");
        refused(path + "?after=there").isInstanceOf(Refusal.Invalid.class).hasMessageContaining("after");
    }

    @Test
    void an_unknown_parameter_is_ignored() {
        assertThat(office.answer(METRICS + "?colour=green")).containsKey("sessions");
    }

    @Test
    void reports_need_a_scope() {
        assertThatThrownBy(() -> office.ask(Set.of(Scopes.CONTACTS_READ), METRICS))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining(Scopes.CAMPAIGNS_READ);
        assertThatThrownBy(() -> office.ask(Set.of(Scopes.HISTORY_WRITE), "/api/v1/rule-sets"))
                .isInstanceOf(Refusal.Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/campaigns/A/contacts/influencedContacts",
                "/api/v1/campaigns/A/why/c1",
                "/api/v1/contacts/c1/journey"
            })
    void reports_about_contacts_are_also_for_those_who_read_contacts(String path) {
        assertThat(office.ask(Set.of(Scopes.CONTACTS_READ), path).getStatus()).isEqualTo(200);
        assertThat(office.ask(Set.of(Scopes.CAMPAIGNS_READ), path).getStatus()).isEqualTo(200);
        assertThatThrownBy(() -> office.ask(Set.of(Scopes.HISTORY_WRITE), path)).isInstanceOf(Refusal.Forbidden.class);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(String path) {
        return assertThatThrownBy(() -> office.answer(path));
    }
}
