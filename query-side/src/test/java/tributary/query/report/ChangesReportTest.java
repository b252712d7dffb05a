package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.groups.Tuple.tuple;
import static tributary.query.SpringLaunch.act;
import static tributary.query.SpringLaunch.acts;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.events.CampaignEvent.CampaignCreated;
import tributary.events.CampaignEvent.CampaignDeleted;
import tributary.events.CampaignId;
import tributary.events.ContactEvent.ContactsMerged;
import tributary.events.DealEvent.DealChanged;
import tributary.events.DealId;
import tributary.events.Fact;
import tributary.events.InteractionKind;
import tributary.events.Refusal;
import tributary.query.Office;
import tributary.query.SpringLaunch;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangesReportTest {
    private static final Instant LATE = Instant.parse("2023-12-01T00:00:00Z");
    private static final String CHANGES = "/api/v1/campaigns/A/changes?since={since}";

    private Office office;
    private Instant since;

    @BeforeEach
    void the_spring_launch_is_recorded(@TempDir Path folder) {
        office = new Office(folder, "2023-12-30").record(SpringLaunch.facts(Map.of()));
        since = office.pass(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        office.close();
    }

    private static Fact amount(String amount) {
        return new DealChanged(new DealId("d1"), Map.of("amount", amount), LATE);
    }

    private static Fact view() {
        return acts(act(
                "2023-04-04T10:00:00Z",
                InteractionKind.PAGE_VIEW,
                SpringLaunch.ADA,
                SpringLaunch.LPB,
                "https://www.example.com/autumn"));
    }

    @Test
    void each_fact_that_moved_something_is_told_with_what_it_moved() {
        office.record(amount("1500"), view());
        var answer = office.answer(CHANGES, since);
        var head = ((Number) answer.get("position")).longValue();

        assertThat(answer).contains(entry("since", since.toString()), entry("total", 2));
        assertThat(metric(answer, "attributedRevenue")).isEqualTo(Map.of("then", "1000.00", "now", "1000.00"));
        assertThat(metric(answer, "influencedRevenue")).isEqualTo(Map.of("then", "1000.00", "now", "1500.00"));
        assertThat(metric(answer, "sessions")).isEqualTo(Map.of("then", 2, "now", 2));
        assertThat(office.list("causes", CHANGES, since))
                .containsExactly(
                        Map.of(
                                "position",
                                (int) head - 1,
                                "recordedAt",
                                "2023-12-30T13:00:00Z",
                                "fact",
                                "deal.changed",
                                "moved",
                                Map.of("influencedRevenue", "500.00", "attributedRevenue", "500.00")),
                        Map.of(
                                "position",
                                (int) head,
                                "recordedAt",
                                "2023-12-30T13:00:00Z",
                                "fact",
                                "interactions.recorded",
                                "moved",
                                Map.of("attributedRevenue", "-500.00")));
    }

    @Test
    void what_moved_and_moved_back_is_told_although_nothing_differs() {
        office.record(amount("1500"), amount("1000"));
        var answer = office.answer(CHANGES, since);

        assertThat(answer).containsEntry("total", 2);
        assertThat(metric(answer, "influencedRevenue")).isEqualTo(Map.of("then", "1000.00", "now", "1000.00"));
    }

    @Test
    void facts_that_move_nothing_of_this_campaign_or_range_are_no_causes() {
        office.record(new CampaignDeleted(SpringLaunch.B, LATE), amount("1500"));

        assertThat(office.answer(CHANGES + "&to=2023-04-15", since))
                .contains(entry("total", 0), entry("causes", List.of()));
    }

    @Test
    void a_campaign_that_was_not_there_had_nothing() {
        office.record(new CampaignCreated(
                new CampaignId("C"),
                Map.of("hs_name", "Copy", "hs_utm", "spring-launch"),
                Map.of(),
                Instant.parse("2023-03-01T00:00:00Z")));
        var answer = office.answer("/api/v1/campaigns/C/changes?since={since}", since);

        assertThat(metric(answer, "sessions")).isEqualTo(Map.of("then", 0, "now", 1));
        assertThat(answer).containsEntry("total", 1);
    }

    @Test
    void a_merge_is_a_cause_too() {
        office.record(new ContactsMerged(SpringLaunch.ADA, SpringLaunch.BEA, LATE));

        assertThat(office.list("causes", CHANGES, since))
                .extracting(
                        cause -> cause.get("fact"), cause -> ((Map<?, ?>) cause.get("moved")).get("influencedContacts"))
                .containsExactly(tuple("contact.merged", -1));
    }

    @Test
    void the_end_can_be_an_instant_too() {
        office.record(amount("1500"));
        var between = office.pass(Duration.ofHours(1));
        office.record(amount("2000"));

        assertThat(office.answer(CHANGES + "&asOf={asOf}", since, between))
                .contains(entry("total", 1), entry("asOf", between.toString()));
        assertThat(office.answer(CHANGES, since)).containsEntry("total", 2);
    }

    @Test
    void without_an_instant_or_with_one_after_the_end_it_is_refused() {
        for (var path : List.of("/api/v1/campaigns/A/changes", "/api/v1/campaigns/A/changes?since="))
            assertThatThrownBy(() -> office.answer(path))
                    .isInstanceOf(Refusal.Invalid.class)
                    .hasMessageStartingWith("since is missing; expected an instant with offset, such as");
        assertThatThrownBy(() -> office.answer(CHANGES + "&asOf=2023-01-01T00:00:00Z", since))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageEndingWith("a since up to asOf would be accepted");
        assertThatThrownBy(() -> office.answer(CHANGES + "&model=SHAPLEY", since))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("is not followed from fact to fact; accepted here: LINEAR");
    }

    private static Object metric(Map<String, Object> answer, String name) {
        return ((Map<?, ?>) answer.get("metrics")).get(name);
    }
}
