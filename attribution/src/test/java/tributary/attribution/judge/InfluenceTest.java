package tributary.attribution.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.attribution.Kind.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.Doubt;
import tributary.attribution.story.Story;

/// Influenced contacts and unique influences (docs/rules.md).
@DisplayNameGeneration(ReplaceUnderscores.class)
class InfluenceTest {
    private static final String DAY = "2023-04-04T12:00:00Z";

    private final Story story = Story.fixture().contact("2023-02-01T00:00:00Z", "c", "c1", "c2", "c3");

    @Test
    void AC_30_what_is_not_enough() {
        story.contact("2023-02-01T00:00:00Z", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        story.act(EMAIL_DELIVERY, "EM1", DAY).as("1");
        story.act(EVENT_REGISTRATION, "EVT1", DAY).as("2");
        story.act(EVENT_NO_SHOW, "EVT1", DAY).as("3");
        story.act(AD_CLICK, "AD1", DAY).as("4");
        story.act(CTA_VIEW, "CTA2", DAY).as("5");
        story.act(LIST_ADDITION, "LISTD", DAY).as("6");
        story.act(FORM_VIEW, "FORM1", DAY).as("7").on("PRICING");
        story.views("PRICING", "2023-04-03T12:00:00Z").as("8");
        story.views("PRICING", DAY).as("8").searching("running shoes");
        story.act(EMAIL_OPEN, "EMX", DAY).as("9");

        assertThat(story.found().pairs("A")).isEmpty();
    }

    @Test
    void AC_33_who_was_on_the_list_before_is_not_influenced_by_it() {
        story.act(LIST_ADDITION, "LIST2", "2023-01-10T12:00:00Z").as("c1");
        story.associated("A", "LIST2", "2023-05-01T00:00:00Z");
        story.act(LIST_ADDITION, "LIST2", "2023-05-02T12:00:00Z").as("c2");
        assertThat(story.found().influenced("A")).containsExactly("c2");

        story.act(LIST_ADDITION, "LIST2", "2023-05-03T12:00:00Z").as("c1");
        assertThat(story.found().influenced("A")).containsExactly("c1", "c2");
    }

    @Test
    void AC_34_the_filter_leaves_out_scanners_and_opens_by_the_privacy_proxy() {
        story.act(EMAIL_OPEN, "EM1", DAY).as("c1");
        story.act(EMAIL_OPEN, "EM1", DAY).as("c2").doubted(Doubt.APPLE_PRIVACY);
        story.act(EMAIL_OPEN, "EM1", DAY).as("c3").doubted(Doubt.SCANNER);
        story.act(EMAIL_CLICK, "EM1", DAY).as("c3").doubted(Doubt.SCANNER);
        story.act(EMAIL_CLICK, "EM1", "2023-04-05T12:00:00Z").as("c2").doubted(Doubt.APPLE_PRIVACY);
        assertThat(story.found().influenced("A")).containsExactly("c1", "c2");
        assertThat(story.found().influencedAt("A", "c2")).isEqualTo("2023-04-05T12:00:00Z");

        story.settings = Story.settings(false, story.settings.attributionKinds());
        assertThat(story.found().influenced("A")).containsExactly("c1", "c2", "c3");
    }

    @Test
    void AC_35_removing_an_asset_takes_nothing_back() {
        story.views("LP1", "2023-04-03T12:00:00Z").as("c1");
        story.dissociated("A", "LP1", "2023-04-04T12:00:00Z");
        story.views("LP1", "2023-04-05T12:00:00Z").as("c2");

        assertThat(story.found().influenced("A")).containsExactly("c1");
    }

    @Test
    void AC_36_a_CTA_with_form_influences_when_it_is_submitted() {
        story.act(CTA_VIEW, "CTA2", "2023-04-30T10:00:00Z").as("c");
        story.act(CTA_SUBMISSION, "CTA2", "2023-05-01T10:00:00Z").as("c");

        assertThat(story.found().influencedAt("A", "c")).isEqualTo("2023-05-01T10:00:00Z");
    }

    @Test
    void AC_41_an_asset_belongs_to_one_campaign_at_a_time() {
        story.associated("B", "FORM1", "2023-06-01T00:00:00Z");
        story.act(FORM_SUBMISSION, "FORM1", "2023-05-31T12:00:00Z").as("c1");
        story.act(FORM_SUBMISSION, "FORM1", "2023-06-02T12:00:00Z").as("c2");

        assertThat(story.found().influenced("A")).containsExactly("c1");
        assertThat(story.found().influenced("B")).containsExactly("c2");
    }

    @Test
    void D_21_a_keyword_can_be_of_several_campaigns() {
        story.associated("B", "running shoes", "2023-03-02T00:00:00Z");
        story.views("PRICING", DAY).as("c").searching("running shoes");

        assertThat(story.found().pairs("A")).containsOnlyKeys("c KEYWORD/running shoes");
        assertThat(story.found().pairs("B")).containsOnlyKeys("c KEYWORD/running shoes");
    }

    @Test
    void D_32_a_legacy_CTA_cannot_be_submitted_and_a_new_one_without_form_implies_its_view() {
        story.act(CTA_SUBMISSION, "CTAL1", DAY).as("c1");
        story.act(CTA_SUBMISSION, "CTA1", DAY).as("c2");

        assertThat(story.found().influenced("A")).containsExactly("c2");
    }

    @Test
    void D_33_a_utm_influence_carries_the_value_as_the_campaign_wrote_it() {
        story.campaign("C", " Summer Sale ", "2023-03-01T00:00:00Z");
        story.visits("?utm_campaign=summer+sale", DAY).as("c");

        assertThat(story.found().pairs("C")).containsOnlyKeys("c UTM/Summer Sale");
    }

    @Test
    void AC_75_each_pair_of_contact_and_asset_counts_once() {
        story.views("LP1", DAY).as("c1");
        story.act(FORM_SUBMISSION, "FORM1", DAY).as("c1");
        story.act(EMAIL_OPEN, "EM1", DAY).as("c1");
        story.views("LP1", DAY).as("c2");
        story.views("LP1", "2023-04-05T12:00:00Z").as("c2");
        story.views("BLOG1", DAY).as("c2");
        story.views("LP2", DAY).as("c2");
        story.visits("?utm_campaign=spring-launch", DAY).as("c3");

        assertThat(story.found().pairs("A"))
                .containsOnlyKeys(
                        "c1 LANDING_PAGE/LP1",
                        "c1 FORM/FORM1",
                        "c1 MARKETING_EMAIL/EM1",
                        "c2 LANDING_PAGE/LP1",
                        "c2 BLOG_POST/BLOG1",
                        "c2 LANDING_PAGE/LP2",
                        "c3 UTM/spring-launch");
    }

    @Test
    void AC_76_ads_and_registrations_make_no_pair() {
        story.act(AD_CLICK, "AD1", DAY).as("c");
        story.act(EVENT_REGISTRATION, "EVT1", DAY).as("c");

        assertThat(story.found().pairs("A")).isEmpty();
    }
}
