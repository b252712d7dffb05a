package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.query.SpringLaunch.act;
import static tributary.query.SpringLaunch.acts;
import static tributary.query.SpringLaunch.imported;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tributary.events.AccountEvent;
import tributary.events.AssetEvent.AssetDescribed;
import tributary.events.CampaignEvent;
import tributary.events.ContactEvent;
import tributary.events.ContactId;
import tributary.events.DealEvent;
import tributary.events.DealId;
import tributary.events.Fact;
import tributary.events.InteractionKind;
import tributary.events.PipelineId;
import tributary.query.Office;
import tributary.query.SpringLaunch;
import tributary.store.Scopes;

/// Every report as of an instant is, byte for byte, the answer that was given then, whatever was recorded since
/// (D-50): but for `asOf` itself. Days are named, since without them a range ends today.
@DisplayNameGeneration(ReplaceUnderscores.class)
class AsOfTest {
    private static final Instant LATE = Instant.parse("2023-12-01T00:00:00Z");
    private static final DealId D1 = new DealId("d1");
    private static final String RANGE = "from=2023-01-01&to=2023-12-30";
    private static final List<String> REPORTS = List.of(
            "campaigns/A/metrics?",
            "campaigns/A/metrics?model=W_SHAPED&",
            "campaigns/B/metrics?model=MARKOV&",
            "metrics?",
            "metrics?ruleSet=2024-11&",
            "metrics?ruleSet=2023-09&model=SHAPLEY&",
            "campaigns/A/series?metric=influencedContacts&frequency=MONTH&",
            "campaigns/A/series?metric=attributedRevenue&frequency=WEEK&",
            "campaigns/A/influences?by=asset&",
            "campaigns/A/influences?by=assetType&",
            "campaigns/A/influences?by=contact&",
            "campaigns/A/contacts/contactFirstTouch?",
            "campaigns/A/contacts/influencedContacts?",
            "campaigns/A/contacts/revenueContacts?",
            "campaigns/A/deals?",
            "campaigns/A/assets?",
            "campaigns/A/roi?",
            "attribution?by=campaign&",
            "attribution?by=asset&",
            "attribution?by=assetType&",
            "attribution?by=source&",
            "attribution?by=contact&model=TIME_DECAY&",
            "attribution/markov?",
            "deals/d1/credit?",
            "deals/d2/credit?",
            "campaigns/A/why/c1?",
            "campaigns/A/why/c2?",
            "contacts/c1/journey?",
            "contacts/c2/journey?");

    private Office office;

    @BeforeEach
    void the_spring_launch_is_recorded(@TempDir Path folder) {
        office = new Office(folder, "2023-12-30").record(SpringLaunch.facts(Map.of()));
    }

    @AfterEach
    void close() {
        office.close();
    }

    static Stream<List<Fact>> later() {
        var usd = new AccountEvent.RateSet(Office.ACCOUNT, "USD", new BigDecimal("0.9"), LocalDate.EPOCH, LATE);
        var url = "https://www.example.com/spring?utm_campaign=autumn";
        var view =
                acts(act("2023-03-20T10:00:00Z", InteractionKind.PAGE_VIEW, SpringLaunch.ADA, SpringLaunch.LP1, url));
        return Stream.of(
                List.of(view),
                List.of(
                        new ContactEvent.ContactsMerged(SpringLaunch.ADA, SpringLaunch.BEA, LATE),
                        new ContactEvent.ContactDeleted(SpringLaunch.ADA, LATE)),
                List.of(new ContactEvent.ContactErased(SpringLaunch.BEA, LATE), imported(new ContactId("c9"))),
                List.of(new ContactEvent.VisitorIdentified(SpringLaunch.ADA, "v1", false, LATE)),
                List.of(
                        new CampaignEvent.CampaignDeleted(SpringLaunch.A, LATE),
                        new CampaignEvent.AssetAssociated(SpringLaunch.B, SpringLaunch.LP1, LATE)),
                List.of(
                        new CampaignEvent.CampaignChanged(
                                SpringLaunch.A, Map.of("hs_name", "Other", "hs_utm", "other"), Map.of(), LATE),
                        new CampaignEvent.AssetDissociated(SpringLaunch.A, SpringLaunch.EM1, LATE),
                        new CampaignEvent.BudgetRemoved(SpringLaunch.A, "b1", LATE),
                        new CampaignEvent.SpendRemoved(SpringLaunch.A, "s1", LATE)),
                List.of(new AssetDescribed(SpringLaunch.LP1, "Renamed", "https://www.example.com/x", null, null, LATE)),
                List.of(new DealEvent.DealsMerged(D1, new DealId("d2"), LATE), new DealEvent.DealDeleted(D1, LATE)),
                List.of(
                        new DealEvent.DealChanged(D1, Map.of("amount", "7", "closedate", "2023-01-01"), LATE),
                        new DealEvent.DealAssociated(D1, SpringLaunch.BEA, Instant.parse("2023-04-02T00:00:00Z"))),
                List.of(usd, settings("currency", "USD"), settings("timeZone", "Asia/Tokyo")),
                List.of(settings("tier", "PROFESSIONAL"), settings("ruleSet", "2024-11")),
                List.of(
                        new AccountEvent.RuleSetDefined(Office.ACCOUNT, "ours", "2024-11", Map.of(), LATE),
                        settings("ruleSet", "ours")),
                List.of(settings("interactionTypes", "CALL"), settings("weekStart", "MONDAY")),
                List.of(new AccountEvent.PipelineDefined(
                        Office.ACCOUNT,
                        new PipelineId("default"),
                        "Sales",
                        List.of(new AccountEvent.Stage("closedwon", "Not won", true, BigDecimal.ZERO)),
                        LATE)));
    }

    private static Fact settings(String name, String value) {
        return new AccountEvent.AccountChanged(Office.ACCOUNT, Map.of(name, value), LATE);
    }

    @ParameterizedTest
    @MethodSource("later")
    void it_is_what_was_answered_then(List<Fact> later) {
        var then = answers("");
        var instant = office.pass(Duration.ofDays(1));
        office.record(later.toArray(Fact[]::new));

        assertThat(answers("&asOf=" + instant)).isEqualTo(then);
    }

    @Test
    void it_is_what_was_answered_then_after_everything_that_came_since() {
        var then = answers("");
        var instant = office.pass(Duration.ofDays(1));
        later().forEach(facts -> {
            office.record(facts.toArray(Fact[]::new));
            office.pass(Duration.ofHours(1));
        });

        assertThat(answers("&asOf=" + instant)).isEqualTo(then);
    }

    private Map<String, String> answers(String asOf) {
        var answers = new LinkedHashMap<String, String>();
        for (var report : REPORTS) {
            var body = Office.body(office.ask(Scopes.ALL, "/api/v1/" + report + RANGE + asOf));
            answers.put(report, body.replaceFirst("\"asOf\":\"[^\"]*\",", ""));
        }
        return answers;
    }
}
