package tributary.attribution.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.attribution.Kind.*;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.Doubt;
import tributary.attribution.SessionOrigin;
import tributary.attribution.story.Rules;
import tributary.attribution.story.Story;

/// Sessions (docs/rules.md).
@DisplayNameGeneration(ReplaceUnderscores.class)
class SessionsTest {
    private final Story story = Story.fixture();

    private int sessionsOfA() {
        return story.found().sessions("A");
    }

    @Test
    void AC_01_a_gap_just_below_thirty_minutes_keeps_the_session() {
        story.views("LP1", "2023-04-03T10:00:00Z").by("v");
        story.views("LP1", "2023-04-03T10:29:59.999Z").by("v");

        assertThat(sessionsOfA()).isEqualTo(1);
    }

    @Test
    void AC_01_a_gap_of_exactly_thirty_minutes_splits() {
        story.views("LP1", "2023-04-03T10:00:00Z").by("v");
        story.views("LP1", "2023-04-03T10:29:59.999Z").by("v");
        story.views("LP1", "2023-04-03T10:59:59.999Z").by("v");

        assertThat(sessionsOfA()).isEqualTo(2);
    }

    @Test
    void AC_02_a_click_between_two_views_keeps_the_session_alive() {
        story.views("LP1", "2023-04-03T10:00:00Z").by("v");
        story.act(CTA_CLICK, "CTA1", "2023-04-03T10:20:00Z").by("v").on("PRICING");
        story.views("LP1", "2023-04-03T10:45:00Z").by("v");

        assertThat(sessionsOfA()).isEqualTo(1);
    }

    @Test
    void an_email_opened_elsewhere_does_not_keep_the_session_alive() {
        story.contact("2023-02-01T00:00:00Z", "c").identified("v", "c", "2023-02-02T00:00:00Z");
        story.views("LP1", "2023-04-03T10:00:00Z").by("v");
        story.act(EMAIL_OPEN, "EM1", "2023-04-03T10:20:00Z").by("v");
        story.views("LP1", "2023-04-03T10:45:00Z").by("v");

        assertThat(sessionsOfA()).isEqualTo(2);
    }

    @Test
    void AC_03_an_associated_page_counts_though_it_is_not_the_first() {
        story.views("PRICING", "2023-04-03T11:00:00Z").by("v");
        story.views("LP1", "2023-04-03T11:05:00Z").by("v");

        assertThat(sessionsOfA()).isEqualTo(1);
    }

    @Test
    void AC_04_one_session_can_count_for_two_campaigns() {
        story.views("LP1", "2023-04-03T11:00:00Z").by("v");
        story.views("LPB", "2023-04-03T11:05:00Z").by("v");

        assertThat(sessionsOfA()).isEqualTo(1);
        assertThat(story.found().sessions("B")).isEqualTo(1);
    }

    @Test
    void AC_05_many_matching_views_of_one_session_count_once() {
        story.views("LP1", "2023-04-03T11:00:00Z").by("v");
        story.views("LP2", "2023-04-03T11:03:00Z").by("v");
        story.views("BLOG1", "2023-04-03T11:06:00Z").by("v");
        story.visits("?utm_campaign=spring-launch", "2023-04-03T11:09:00Z")
                .by("v")
                .from("https://www.example.com/spring");

        assertThat(sessionsOfA()).isEqualTo(1);
    }

    @Test
    void AC_06_a_return_from_another_source_begins_a_session_at_once() {
        story.visits("?utm_source=newsletter&utm_campaign=spring-launch", "2023-04-03T12:00:00Z")
                .by("v")
                .from("https://news.example.net/");
        story.visits("?utm_source=partner&utm_campaign=autumn", "2023-04-03T12:10:00Z")
                .by("v")
                .from("https://partner.example.org/");
        story.views("LP1", "2023-04-03T12:11:00Z").by("v");

        assertThat(sessionsOfA()).isEqualTo(2);
        assertThat(story.found().sessions("B")).isEqualTo(1);
    }

    @Test
    void AC_07_a_direct_hit_continues_the_session() {
        story.visits("?utm_source=newsletter&utm_campaign=spring-launch", "2023-04-03T12:00:00Z")
                .by("v")
                .from("https://news.example.net/");
        story.views("LP1", "2023-04-03T12:10:00Z").by("v").url("https://www.example.com/spring");

        assertThat(sessionsOfA()).isEqualTo(1);
    }

    @Test
    void D_11_a_return_is_compared_with_the_first_act_of_the_session() {
        story.views("LP1", "2023-04-03T12:00:00Z").by("v").from("https://news.example.net/");
        story.views("LP1", "2023-04-03T12:05:00Z").by("v");
        story.views("LP1", "2023-04-03T12:10:00Z").by("v").from("https://news.example.net/");
        story.act(OTHER, null, "2023-04-03T12:11:00Z").by("v").from("https://other.example.net/");

        assertThat(sessionsOfA()).isEqualTo(1);
    }

    @Test
    void D_11_without_url_the_host_is_that_of_the_described_page() {
        story.views("LP1", "2023-04-03T12:00:00Z").by("v");
        story.views("LP1", "2023-04-03T12:05:00Z").by("v").from("https://www.example.com/pricing");

        assertThat(sessionsOfA()).isEqualTo(1);
    }

    @Test
    void AC_08_sessions_by_ads_CTAs_and_workflows_count_for_nobody() {
        story.views("LP1", "2023-04-03T12:00:00Z").by("ad").origin(SessionOrigin.AD);
        story.views("LP1", "2023-04-03T12:00:00Z").by("cta").origin(SessionOrigin.CTA);
        story.views("LP1", "2023-04-03T12:00:00Z").by("workflow").origin(SessionOrigin.WORKFLOW);
        story.views("LP1", "2023-04-03T12:00:00Z").by("nobody");

        assertThat(sessionsOfA()).isEqualTo(1);
    }

    @Test
    void AC_09_an_origin_on_a_later_hit_is_ignored() {
        story.views("PRICING", "2023-04-03T12:00:00Z").by("v");
        story.views("LP1", "2023-04-03T12:02:00Z").by("v").origin(SessionOrigin.CTA);

        assertThat(sessionsOfA()).isEqualTo(1);
    }

    @Test
    void AC_10_only_the_associated_keyword_counts() {
        story.views("PRICING", "2023-04-03T12:00:00Z").by("v").searching("Running  shoes");
        story.views("PRICING", "2023-04-03T12:00:00Z").by("w").searching("walking shoes");

        assertThat(sessionsOfA()).isEqualTo(1);
    }

    @Test
    void a_keyword_counts_on_the_first_page_of_the_session_only() {
        story.views("PRICING", "2023-04-03T12:00:00Z").by("v");
        story.views("PRICING", "2023-04-03T12:01:00Z").by("v").searching("running shoes");

        assertThat(sessionsOfA()).isZero();
    }

    @Test
    void AC_11_midnight_does_not_split() {
        story.views("LP1", "2023-04-10T21:55:00Z").by("v");
        story.views("LP1", "2023-04-10T22:05:00Z").by("v");

        assertThat(sessionsOfA()).isEqualTo(1);
    }

    @Test
    void midnight_splits_when_the_rules_say_so() {
        story.rules = Rules.like("2023-09").midnightSplits(true).build();
        story.views("LP1", "2023-04-10T21:55:00Z").by("v");
        story.views("LP1", "2023-04-10T22:05:00Z").by("v");
        story.views("LP1", "2023-04-10T22:06:00Z").by("v");

        assertThat(story.settings.zone()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
        assertThat(sessionsOfA()).isEqualTo(2);
    }

    @Test
    void the_gap_and_the_split_by_source_follow_the_rules() {
        story.rules = Rules.like("2023-09")
                .sessionGap(Duration.ofMinutes(10))
                .newSourceSplits(false)
                .build();
        story.views("LP1", "2023-04-03T12:00:00Z").by("v");
        story.views("LP1", "2023-04-03T12:05:00Z").by("v").from("https://news.example.net/");
        story.views("LP1", "2023-04-03T12:15:00Z").by("v");

        assertThat(sessionsOfA()).isEqualTo(2);
    }

    @Test
    void excluded_origins_follow_the_rules() {
        story.rules = Rules.like("2023-09").excludedOrigins(Set.of()).build();
        story.views("LP1", "2023-04-03T12:00:00Z").by("ad").origin(SessionOrigin.AD);

        assertThat(sessionsOfA()).isEqualTo(1);
    }

    @Test
    void AC_13_an_association_counts_from_its_instant() {
        story.associated("A", "BLOG2", "2023-05-10T09:00:00Z");
        story.views("BLOG2", "2023-05-10T08:59:59Z").by("v");
        story.views("BLOG2", "2023-05-10T09:00:00Z").by("w");

        assertThat(sessionsOfA()).isEqualTo(1);
    }

    @Test
    void AC_14_utm_values_are_decoded_trimmed_and_case_folded() {
        var at = "2023-04-03T12:00:00Z";
        story.visits("?utm_campaign=Spring-Launch", at).by("1");
        story.visits("?utm_campaign=spring%2Dlaunch", at).by("2");
        story.visits("?utm_campaign=%20spring-launch", at).by("3");
        story.visits("?utm_campaign=spring-launch2", at).by("4");
        story.visits("#utm_campaign=spring-launch", at).by("5");

        assertThat(sessionsOfA()).isEqualTo(3);
    }

    @Test
    void AC_15_a_utm_value_counts_from_the_creation_of_the_campaign() {
        story.visits("?utm_campaign=spring-launch", "2023-02-27T12:00:00Z").by("v");

        assertThat(sessionsOfA()).isZero();
    }

    @Test
    void AC_16_bots_make_no_session_and_anonymous_people_do() {
        story.views("LP1", "2023-04-03T12:00:00Z").by("bot").doubted(Doubt.KNOWN_BOT);
        story.views("LP1", "2023-04-03T12:00:00Z").by("filtered").doubted(Doubt.IP_EXCLUDED);
        story.views("LP1", "2023-04-03T12:00:00Z").by("human");

        assertThat(sessionsOfA()).isEqualTo(1);
    }

    @Test
    void D_12_bot_acts_are_taken_out_before_sessions_are_cut() {
        story.views("LP1", "2023-04-03T12:00:00Z").by("v");
        story.views("LP1", "2023-04-03T12:20:00Z").by("v").doubted(Doubt.KNOWN_BOT);
        story.views("LP1", "2023-04-03T12:40:00Z").by("v");

        assertThat(sessionsOfA()).isEqualTo(2);
    }

    @Test
    void D_14_a_submission_without_browser_stands_for_a_visit_of_its_page() {
        story.contact("2023-02-01T00:00:00Z", "c");
        story.act(FORM_SUBMISSION, "FORMX", "2023-04-03T12:00:00Z").as("c").on("LP1");
        story.act(FORM_SUBMISSION, "FORMX", "2023-04-03T12:00:01Z").as("c").url("https://www.example.com/spring/");
        story.act(FORM_SUBMISSION, "FORM1", "2023-04-03T12:00:02Z").as("c").on("PRICING");

        assertThat(sessionsOfA()).isEqualTo(2);
    }

    @Test
    void D_15_an_unknown_page_counts_as_a_website_page() {
        story.act(PAGE_VIEW, null, "2023-04-03T12:00:00Z")
                .by("v")
                .url("https://elsewhere.example.org/x?utm_campaign=spring-launch");

        assertThat(sessionsOfA()).isEqualTo(1);
    }

    @Test
    void D_15_a_knowledge_article_counts_in_no_session() {
        story.associated("A", "KB1", "2023-03-01T00:00:00Z");
        story.views("KB1", "2023-04-03T12:00:00Z").by("v");
        story.views("KB1", "2023-04-03T12:00:00Z")
                .by("w")
                .url("https://www.example.com/help/one?utm_campaign=spring-launch");
        story.views("KB1", "2023-04-03T12:00:00Z").by("x").searching("running shoes");

        assertThat(sessionsOfA()).isZero();
    }

    @Test
    void D_16_a_url_means_the_page_it_was_given_to() {
        story.act(PAGE_VIEW, null, "2023-04-03T12:00:00Z").by("v").url("http://WWW.example.com:8080/spring/?x=1#y");
        story.act(PAGE_VIEW, null, "2023-04-03T12:00:00Z").by("w").url("http://www.example.com/Spring");

        assertThat(sessionsOfA()).isEqualTo(1);
    }

    @Test
    void MATCH_6_a_removed_asset_keeps_what_it_counted_unless_the_rules_say_otherwise() {
        story.views("LP1", "2023-04-03T12:00:00Z").by("v");
        story.dissociated("A", "LP1", "2023-04-04T00:00:00Z");
        story.views("LP1", "2023-04-05T12:00:00Z").by("w");
        assertThat(sessionsOfA()).isEqualTo(1);

        story.rules = Rules.like("2023-09").removedAssetsKeepCounting(false).build();
        assertThat(sessionsOfA()).isZero();
    }

    @Test
    void D_36_keywords_are_gone_in_2024_11() {
        story.rules = Rules.like("2024-11").build();
        story.views("PRICING", "2023-04-03T12:00:00Z").by("v").searching("running shoes");

        assertThat(sessionsOfA()).isZero();
    }

    @Test
    void more_than_sixty_four_campaigns_each_count() {
        for (var i = 0; i < 100; i++) story.campaign("C" + i, "many", "2023-03-01T00:00:00Z");
        story.visits("?utm_campaign=many", "2023-04-03T12:00:00Z").by("v");

        var found = story.found();
        for (var i = 0; i < 100; i++) assertThat(found.sessions("C" + i)).isEqualTo(1);
    }
}
