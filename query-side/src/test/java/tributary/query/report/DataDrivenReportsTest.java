package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static tributary.query.SpringLaunch.act;
import static tributary.query.SpringLaunch.acts;
import static tributary.query.SpringLaunch.imported;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.events.ContactId;
import tributary.events.InteractionKind;
import tributary.query.Office;
import tributary.query.SpringLaunch;

/// The spring launch, in which Ada also saw the autumn campaign between, Bea is in a deal without a rate, and Cy
/// saw both campaigns, autumn first, and never bought: the last worked example of docs/data-driven-models.md.
@DisplayNameGeneration(ReplaceUnderscores.class)
class DataDrivenReportsTest {
    private static final ContactId CY = new ContactId("c3");

    private static Office office;

    @BeforeAll
    static void the_spring_launch_and_more_is_recorded(@TempDir Path folder) {
        office = new Office(folder, "2023-12-31")
                .record(SpringLaunch.facts(Map.of()))
                .record(
                        imported(CY),
                        acts(
                                act(
                                        "2023-04-05T10:00:00Z",
                                        InteractionKind.PAGE_VIEW,
                                        SpringLaunch.ADA,
                                        SpringLaunch.LPB,
                                        null),
                                act("2023-04-06T10:00:00Z", InteractionKind.PAGE_VIEW, CY, SpringLaunch.LPB, null),
                                act("2023-04-07T10:00:00Z", InteractionKind.PAGE_VIEW, CY, SpringLaunch.LP1, null)));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void the_chain_tells_states_transitions_conversion_and_removal_effects() {
        assertThat(office.answer("/api/v1/attribution/markov"))
                .contains(
                        entry("model", "MARKOV"),
                        entry("paths", Map.of("converting", 1, "notConverting", 1)),
                        entry("states", List.of("(start)", "A", "B", "(conversion)", "(null)")),
                        entry(
                                "transitions",
                                List.of(
                                        List.of("(start)", "A", 0.5),
                                        List.of("(start)", "B", 0.5),
                                        List.of("A", "B", 1.0 / 3),
                                        List.of("A", "(conversion)", 1.0 / 3),
                                        List.of("A", "(null)", 1.0 / 3),
                                        List.of("B", "A", 1.0))),
                        entry("removalEffects", Map.of("A", 1.0, "B", 0.666666666667)));
    }

    @Test
    void markov_shares_the_range_by_removal_effects() {
        assertThat(office.answer("/api/v1/attribution?by=campaign&model=MARKOV"))
                .contains(entry("total", "1000.00"), entry("unattributed", "0.00"))
                .containsEntry(
                        "rows",
                        List.of(
                                Map.of("key", "A", "name", "Spring Launch", "revenue", "600.00"),
                                Map.of("key", "B", "name", "Autumn", "revenue", "400.00")));
        assertThat(office.answer("/api/v1/campaigns/B/metrics?model=MARKOV"))
                .contains(entry("attributedRevenue", "400.00"), entry("influencedContacts", 2));
        assertThat(office.answer("/api/v1/campaigns/A/roi?model=MARKOV")).contains(entry("revenue", "600.00"));
    }

    @Test
    void shapley_shares_each_deal_evenly_by_its_campaigns() {
        assertThat(office.answer("/api/v1/campaigns/B/metrics?model=SHAPLEY"))
                .contains(entry("model", "SHAPLEY"), entry("attributedRevenue", "500.00"));
        assertThat(office.answer("/api/v1/metrics?model=SHAPLEY").get("account"))
                .asInstanceOf(MAP)
                .containsEntry("attributedRevenue", "1000.00");
        assertThat(
                        office.list(
                                "points",
                                "/api/v1/campaigns/B/series?metric=attributedRevenue&model=SHAPLEY&frequency=MONTH&from=2023-04-01&to=2023-05-31"))
                .containsExactly(
                        Map.of("from", "2023-04-01", "to", "2023-04-30", "value", "500.00"),
                        Map.of("from", "2023-05-01", "to", "2023-05-31", "value", "0.00"));
    }

    @Test
    void a_range_without_deals_shares_nothing() {
        for (var model : List.of("MARKOV", "SHAPLEY"))
            assertThat(office.answer("/api/v1/attribution?by=campaign&from=2023-06-01&model=" + model))
                    .contains(entry("rows", List.of()), entry("total", "0.00"), entry("unattributed", "0.00"));
        assertThat(office.answer("/api/v1/attribution/markov?from=2023-06-01"))
                .contains(
                        entry("states", List.of("(start)", "(conversion)", "(null)")),
                        entry("transitions", List.of()),
                        entry("conversion", 0.0),
                        entry("removalEffects", Map.of()));
    }
}
