package tributary.attribution.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.attribution.Kind.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.Doubt;
import tributary.attribution.SessionOrigin;
import tributary.attribution.story.Story;

/// New contacts by first and last touch (docs/rules.md).
@DisplayNameGeneration(ReplaceUnderscores.class)
class NewContactsTest {
    private static final String WITH_UTM = "https://www.example.com/pricing?utm_campaign=spring-launch";

    private final Story story = Story.fixture();

    private void expect(int firstTouch, int lastTouch, int influenced) {
        var found = story.found();
        assertThat(found.firstTouch("A")).as("first touch").hasSize(firstTouch);
        assertThat(found.lastTouch("A")).as("last touch").hasSize(lastTouch);
        assertThat(found.influenced("A")).as("influenced").hasSize(influenced);
    }

    @Test
    void AC_17_the_first_page_had_the_utm_value() {
        story.visits("?utm_campaign=spring-launch", "2023-04-02T09:00:00Z").by("v");
        story.act(FORM_SUBMISSION, "FORMX", "2023-04-10T09:00:00Z")
                .by("v")
                .on("PRICING")
                .creating("c");

        expect(1, 0, 1);
    }

    @Test
    void AC_18_an_associated_page_in_the_session_before_converting_is_last_touch() {
        story.views("PRICING", "2023-04-01T09:00:00Z").by("v");
        story.views("LP1", "2023-04-12T10:00:00Z").by("v");
        story.act(FORM_SUBMISSION, "FORMX", "2023-04-12T10:05:00Z")
                .by("v")
                .on("PRICING")
                .creating("c");

        expect(0, 1, 1);
    }

    @Test
    void AC_19_a_page_of_an_earlier_session_is_no_last_touch() {
        story.views("LP1", "2023-04-12T10:00:00Z").by("v");
        story.act(FORM_SUBMISSION, "FORMX", "2023-04-12T10:40:00Z")
                .by("v")
                .on("PRICING")
                .creating("c");

        expect(1, 0, 1);
    }

    @Test
    void AC_20_the_utm_value_must_be_in_the_url_of_the_converting_page() {
        story.views("PRICING", "2023-04-12T10:00:00Z").by("v").url(WITH_UTM);
        story.act(FORM_SUBMISSION, "FORMX", "2023-04-12T10:05:00Z")
                .by("v")
                .url(WITH_UTM)
                .creating("p");
        story.views("PRICING", "2023-04-12T10:00:00Z").by("w").url(WITH_UTM);
        story.views("PRICING", "2023-04-12T10:03:00Z").by("w").url("https://www.example.com/pricing");
        story.act(FORM_SUBMISSION, "FORMX", "2023-04-12T10:05:00Z")
                .by("w")
                .on("PRICING")
                .creating("q");

        assertThat(story.found().lastTouch("A")).containsExactly("p");
        assertThat(story.found().firstTouch("A")).containsExactly("p", "q");
    }

    @Test
    void AC_21_the_converting_form_itself_is_last_touch() {
        story.views("PRICING", "2023-04-12T10:00:00Z").by("v");
        story.act(FORM_SUBMISSION, "FORM1", "2023-04-12T10:05:00Z")
                .by("v")
                .on("PRICING")
                .creating("c");

        expect(0, 1, 1);
    }

    @Test
    void AC_22_what_comes_after_the_conversion_is_no_last_touch() {
        story.views("PRICING", "2023-04-12T09:59:00Z").by("v");
        story.act(FORM_SUBMISSION, "FORMX", "2023-04-12T10:00:00Z")
                .by("v")
                .on("PRICING")
                .creating("c");
        story.views("LP1", "2023-04-12T10:02:00Z").by("v");

        expect(0, 0, 1);
    }

    @Test
    void AC_23_an_existing_contact_is_not_new() {
        story.contact("2023-02-01T00:00:00Z", "c").identified("v", "c", "2023-02-02T00:00:00Z");
        story.act(FORM_SUBMISSION, "FORM1", "2023-04-12T10:00:00Z").by("v").on("PRICING");

        expect(0, 0, 1);
    }

    @Test
    void AC_24_a_first_visit_after_the_import_brought_nobody() {
        story.contact("2023-04-01T00:00:00Z", "c").identified("v", "c", "2023-04-05T00:00:00Z");
        story.views("LP1", "2023-04-05T09:00:00Z").by("v");

        expect(0, 0, 1);
    }

    @Test
    void AC_25_a_later_identification_reveals_the_first_visit() {
        story.contact("2023-07-05T00:00:00Z", "c");
        story.views("LP1", "2023-03-20T09:00:00Z")
                .by("v")
                .url("https://www.example.com/spring?utm_campaign=spring-launch");
        expect(0, 0, 0);

        story.identified("v", "c", "2023-09-02T00:00:00Z");
        expect(1, 0, 1);
        assertThat(story.found().influencedAt("A", "c")).isEqualTo("2023-03-20T09:00:00Z");
    }

    @Test
    void AC_26_a_first_visit_by_an_ad_is_no_first_touch() {
        story.views("LP1", "2023-04-02T09:00:00Z").by("v").origin(SessionOrigin.AD);
        story.act(FORM_SUBMISSION, "FORMX", "2023-04-10T09:00:00Z")
                .by("v")
                .on("PRICING")
                .creating("c");

        expect(0, 0, 1);
    }

    @Test
    void AC_27_the_first_visit_is_looked_for_in_all_browsers() {
        story.views("PRICING", "2023-04-05T09:00:00Z").by("1");
        story.views("LP1", "2023-04-04T09:00:00Z").by("2");
        story.act(FORM_SUBMISSION, "FORMX", "2023-04-06T09:00:00Z")
                .by("1")
                .on("PRICING")
                .creating("c");
        expect(0, 0, 0);

        story.identified("2", "c", "2023-04-08T00:00:00Z");
        expect(1, 0, 1);
    }

    @Test
    void AC_28_one_page_can_bring_a_contact_to_two_campaigns() {
        var url = "https://www.example.com/autumn?utm_campaign=spring-launch";
        story.views("LPB", "2023-04-12T10:00:00Z").by("v").url(url);
        story.act(FORM_SUBMISSION, "FORMX", "2023-04-12T10:05:00Z")
                .by("v")
                .url(url)
                .creating("c");

        expect(1, 1, 1);
        assertThat(story.found().firstTouch("B")).containsExactly("c");
        assertThat(story.found().lastTouch("B")).containsExactly("c");
    }

    @Test
    void D_30_a_login_converts_in_the_session_running_then() {
        story.views("LP1", "2023-04-12T10:00:00Z").by("v").url("https://www.example.com/spring");
        story.views("PRICING", "2023-04-12T10:10:00Z").by("v").url("https://www.example.com/pricing");
        story.views("LP2", "2023-04-12T10:50:00Z").by("v").url("https://www.example.com/spring-2");
        story.identifiedCreating("v", "c", "2023-04-12T10:39:59Z");

        expect(1, 1, 1);
    }

    @Test
    void D_30_a_login_after_the_gap_has_no_session() {
        story.views("LP1", "2023-04-12T10:00:00Z").by("v");
        story.identifiedCreating("v", "c", "2023-04-12T10:30:00Z");

        expect(1, 0, 1);
    }

    @Test
    void D_30_the_utm_value_of_the_page_never_counts_for_a_login() {
        story.visits("?utm_campaign=spring-launch", "2023-04-12T10:00:00Z").by("v");
        story.identifiedCreating("v", "c", "2023-04-12T10:01:00Z");

        expect(1, 0, 1);
    }

    @Test
    void D_30_the_page_registered_under_the_url_of_the_submission_is_its_page() {
        story.act(FORM_SUBMISSION, "FORMX", "2023-04-12T10:00:00Z")
                .by("v")
                .url("https://www.example.com/spring")
                .creating("c");

        expect(0, 1, 0);
    }

    @Test
    void a_CTA_submission_converts_but_its_CTA_is_no_form() {
        story.act(CTA_SUBMISSION, "CTA2", "2023-04-12T10:00:00Z")
                .by("v")
                .on("PRICING")
                .creating("c");
        story.views("LP1", "2023-04-12T10:00:00Z").by("w");
        story.act(CTA_SUBMISSION, "CTA2", "2023-04-12T10:00:00Z")
                .by("w")
                .on("PRICING")
                .creating("d");

        assertThat(story.found().lastTouch("A")).containsExactly("d");
    }

    @Test
    void D_8_a_bots_submission_creates_but_converts_and_touches_nothing() {
        story.act(FORM_SUBMISSION, "FORM1", "2023-04-12T10:00:00Z")
                .by("v")
                .on("LP1")
                .doubted(Doubt.KNOWN_BOT)
                .creating("c");

        expect(0, 0, 0);
    }

    @Test
    void D_14_a_submission_without_browser_is_its_own_visit_and_session() {
        story.act(FORM_SUBMISSION, "FORMX", "2023-04-12T10:00:00Z")
                .url("https://www.example.com/spring")
                .creating("c");

        expect(1, 1, 1);
    }

    @Test
    void D_15_a_knowledge_article_touches_by_utm_value_only() {
        story.associated("B", "KB1", "2023-03-01T00:00:00Z");
        story.views("KB1", "2023-04-12T10:00:00Z")
                .by("v")
                .url("https://www.example.com/help/one?utm_campaign=spring-launch");
        story.act(FORM_SUBMISSION, "FORMX", "2023-04-12T10:01:00Z").by("v").creating("c");

        assertThat(story.found().firstTouch("A")).containsExactly("c");
        assertThat(story.found().firstTouch("B")).isEmpty();
        assertThat(story.found().influenced("A")).containsExactly("c");
        assertThat(story.found().influenced("B")).isEmpty();
    }

    @Test
    void D_4_on_a_shared_browser_only_the_contacts_own_acts_touch() {
        story.contact("2023-02-01T00:00:00Z", "other").identified("v", "other", "2023-02-01T00:00:00Z");
        story.views("LP1", "2023-04-12T10:00:00Z").by("v");
        story.act(FORM_SUBMISSION, "FORMX", "2023-04-12T10:01:00Z")
                .by("v")
                .on("PRICING")
                .creating("c");

        assertThat(story.found().lastTouch("A")).isEmpty();
        assertThat(story.found().influenced("A")).containsExactly("other");
        assertThat(story.found().sessions("A")).isEqualTo(1);
    }
}
