package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.query.SpringLaunch.A;
import static tributary.query.SpringLaunch.ADA;
import static tributary.query.SpringLaunch.EM1;
import static tributary.query.SpringLaunch.FORM1;
import static tributary.query.SpringLaunch.LP1;
import static tributary.query.SpringLaunch.acts;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.events.Asset;
import tributary.events.Bot;
import tributary.events.CampaignEvent.AssetDissociated;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.query.Office;
import tributary.query.SpringLaunch;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AssetsReportTest { // A4
    private static final String SPRING = "https://www.example.com/spring";

    private Office office;

    @BeforeEach
    void the_spring_launch_is_recorded(@TempDir Path folder) {
        office = new Office(folder, "2023-12-31").record(SpringLaunch.facts(Map.of()));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void what_happened_before_association_is_told_too() {
        office.record(acts(act("2023-02-10T10:00:00Z", InteractionKind.PAGE_VIEW, LP1, null, SPRING, null)));

        assertThat(asset("LANDING_PAGE/LP1", "")).containsEntry("views", 3);
    }

    @Test
    void the_range_decides_which_acts_are_told() {
        assertThat(asset("LANDING_PAGE/LP1", "?from=2023-04-04&to=2023-04-30")).containsEntry("views", 1);
    }

    @Test
    void a_submission_counts_for_the_form_and_for_the_page_under_its_url() {
        office.record(acts(act("2023-04-05T10:00:00Z", InteractionKind.FORM_SUBMISSION, FORM1, null, SPRING, null)));

        assertThat(asset("FORM/FORM1", "")).containsEntry("submissions", 1);
        assertThat(asset("LANDING_PAGE/LP1", ""))
                .containsEntry("submissions", 1)
                .containsEntry("views", 2);
    }

    @Test
    void acts_of_bots_are_left_out() {
        office.record(acts(
                act("2023-04-05T10:00:00Z", InteractionKind.PAGE_VIEW, LP1, null, SPRING, Bot.KNOWN_BOT),
                act("2023-04-05T10:00:00Z", InteractionKind.EMAIL_OPEN, EM1, null, null, Bot.APPLE_PRIVACY),
                act("2023-04-05T10:00:00Z", InteractionKind.EMAIL_CLICK, EM1, null, null, Bot.APPLE_PRIVACY)));

        assertThat(asset("LANDING_PAGE/LP1", "")).containsEntry("views", 2);
        assertThat(asset("MARKETING_EMAIL/EM1", "")).containsEntry("opens", 0).containsEntry("clicks", 2);
    }

    @Test // D-52
    void an_asset_that_was_removed_stays_listed() {
        office.record(new AssetDissociated(A, LP1, Instant.parse("2023-05-01T00:00:00Z")));

        assertThat(asset("LANDING_PAGE/LP1", "")).containsEntry("removedAt", "2023-05-01T00:00:00Z");
    }

    private Map<String, Object> asset(String key, String query) {
        return office.list("assets", "/api/v1/campaigns/A/assets" + query).stream()
                .filter(row -> row.get("key").equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Interaction act(String at, InteractionKind kind, Asset asset, Asset page, String url, Bot bot) {
        return new Interaction(
                Instant.parse(at), kind, null, ADA, false, asset, page, url, null, null, null, bot, null, null);
    }
}
