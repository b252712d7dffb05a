package tributary.attribution.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.attribution.Kind.*;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.rules.DealOrder;
import tributary.attribution.rules.DealSnapshot;
import tributary.attribution.rules.Milestone;
import tributary.attribution.story.Rules;
import tributary.attribution.story.Story;

/// Closed deals, influenced revenue and revenue contacts (docs/rules.md).
@DisplayNameGeneration(ReplaceUnderscores.class)
class DealsTest {
    private static final String CREATED = "2023-04-01T12:00:00Z";

    private final Story story = Story.fixture().contact("2023-02-01T00:00:00Z", "c", "c1", "c2", "c3");

    private void influenced(String contact, String at) {
        story.act(EMAIL_OPEN, "EM1", at).as(contact);
    }

    private void expect(int closedDeals, String influencedRevenue) {
        assertThat(story.found().closedDeals("A")).isEqualTo(closedDeals);
        assertThat(story.found().influencedRevenue("A")).isEqualTo(influencedRevenue);
    }

    @Test
    void AC_42_a_deal_won_after_the_influence_counts() {
        influenced("c", "2023-04-05T12:00:00Z");
        story.deal("5000", CREATED, "c").won("2023-04-20T12:00:00Z").closing("2023-04-20");

        expect(1, "5000.00");
        assertThat(story.found().closeDays()).containsExactly(LocalDate.parse("2023-04-20"));
    }

    @Test
    void AC_43_an_influence_at_the_instant_of_the_win_is_too_late() {
        influenced("c", "2023-04-20T12:00:00Z");
        influenced("c1", "2023-04-21T12:00:00Z");
        story.deal("5000", CREATED, "c", "c1").won("2023-04-20T12:00:00Z");
        expect(0, "0.00");

        story.rules = Rules.like("2023-09").dealOrder(DealOrder.UP_TO_WIN).build();
        expect(1, "5000.00");
    }

    @Test
    void AC_44_a_contact_associated_after_the_win_does_not_count() {
        influenced("c", "2023-04-05T12:00:00Z");
        story.deal("5000", CREATED).won("2023-04-20T12:00:00Z").with("c", "2023-04-21T12:00:00Z", null);
        expect(0, "0.00");

        story.rules = Rules.like("2023-09").dealSnapshot(DealSnapshot.EVER).build();
        expect(1, "5000.00");
    }

    @Test
    void AC_45_taking_the_contact_off_after_the_win_changes_nothing() {
        influenced("c", "2023-04-05T12:00:00Z");
        story.deal("5000", CREATED).won("2023-04-20T12:00:00Z").with("c", CREATED, "2023-04-25T12:00:00Z");
        expect(1, "5000.00");

        story.rules =
                Rules.like("2023-09").dealSnapshot(DealSnapshot.AT_PRESENT).build();
        expect(0, "0.00");
    }

    @Test
    void D_40_association_intervals_include_their_beginning_and_not_their_end() {
        influenced("c1", "2023-04-05T12:00:00Z");
        influenced("c2", "2023-04-05T12:00:00Z");
        story.deal("1", CREATED).won("2023-04-20T12:00:00Z").with("c1", "2023-04-20T12:00:00Z", null);
        story.deal("2", CREATED).won("2023-04-20T12:00:00Z").with("c2", CREATED, "2023-04-20T12:00:00Z");

        expect(1, "1.00");
    }

    @Test
    void AC_46_a_deal_counts_once_however_many_contacts_were_influenced() {
        influenced("c1", "2023-04-05T12:00:00Z");
        influenced("c2", "2023-04-06T12:00:00Z");
        story.deal("8000", CREATED, "c1", "c2", "c3").won("2023-04-20T12:00:00Z");

        expect(1, "8000.00");
    }

    @Test
    void AC_47_influence_and_association_must_be_of_one_contact() {
        influenced("c1", "2023-04-05T12:00:00Z");
        story.deal("5000", CREATED, "c2").won("2023-04-20T12:00:00Z").with("c1", "2023-04-21T12:00:00Z", null);

        expect(0, "0.00");
    }

    @Test
    void AC_48_without_close_date_the_day_of_the_win_in_the_accounts_zone_counts() {
        influenced("c", "2023-04-05T12:00:00Z");
        story.deal("5000", CREATED, "c").won("2023-04-30T22:30:00Z");

        assertThat(story.found().closeDays()).containsExactly(LocalDate.parse("2023-05-01"));
    }

    @Test
    void AC_49_the_close_date_places_the_deal_but_does_not_order_it() {
        influenced("c", "2023-05-10T12:00:00Z");
        story.deal("5000", CREATED, "c").won("2023-04-20T12:00:00Z").closing("2023-06-15");

        expect(0, "0.00");
        assertThat(story.found().closeDays()).containsExactly(LocalDate.parse("2023-06-15"));
    }

    @Test
    void AC_50_a_deal_without_amount_counts_and_adds_nothing() {
        influenced("c", "2023-04-05T12:00:00Z");
        story.deal(null, CREATED, "c").won("2023-04-20T12:00:00Z");

        expect(1, "0.00");
    }

    @Test
    void AC_51_the_latest_win_counts_and_a_reopened_deal_does_not() {
        influenced("c2", "2023-04-26T12:00:00Z");
        var deal = story.deal("5000", CREATED, "c2").won("2023-04-20T12:00:00Z").reopened("2023-04-25T12:00:00Z");
        expect(0, "0.00");

        deal.won("2023-04-30T12:00:00Z");
        expect(1, "5000.00");
    }

    @Test
    void AC_52_moving_between_won_stages_is_no_new_win() {
        influenced("c", "2023-05-10T12:00:00Z");
        story.deal("5000", CREATED, "c").won("2023-04-20T12:00:00Z").won("2023-06-01T12:00:00Z");

        expect(0, "0.00");
    }

    @Test
    void AC_54_a_list_alone_closes_deals_but_earns_nothing() {
        story.act(LIST_ADDITION, "LIST1", "2023-04-05T12:00:00Z").as("c");
        story.deal("3000", CREATED, "c").won("2023-04-20T12:00:00Z");

        expect(1, "3000.00");
        assertThat(story.found().revenueContacts("A")).isEmpty();
        assertThat(story.found().attributed("LINEAR", "A")).isEqualTo("0.00");
        assertThat(story.found().unattributed("LINEAR")).isEqualTo("3000.00");
    }

    @Test
    void AC_55_a_deal_counts_whole_in_both_campaigns() {
        influenced("c", "2023-04-05T12:00:00Z");
        story.act(EMAIL_CLICK, "EMB", "2023-04-06T12:00:00Z").as("c");
        story.deal("4000", CREATED, "c").won("2023-04-20T12:00:00Z");

        expect(1, "4000.00");
        assertThat(story.found().influencedRevenue("B")).isEqualTo("4000.00");
    }

    @Test
    void AC_58_a_contact_of_two_deals_is_one_revenue_contact() {
        story.views("LP1", "2023-04-10T12:00:00Z").as("c1");
        story.views("LP1", "2023-04-10T12:00:00Z").as("c2");
        story.deal("1", CREATED, "c1").won("2023-04-20T12:00:00Z");
        story.deal("1", CREATED, "c1", "c2").won("2023-04-21T12:00:00Z");

        assertThat(story.found().revenueContacts("A")).containsExactly("c1", "c2");
    }

    @Test
    void AC_59_an_act_after_the_win_or_an_open_deal_makes_no_revenue_contact() {
        story.views("LP1", "2023-05-01T12:00:00Z").as("c1");
        story.views("LP1", "2023-04-10T12:00:00Z").as("c2");
        story.deal("1", CREATED, "c1").won("2023-04-30T12:00:00Z");
        story.deal("1", CREATED, "c2");

        assertThat(story.found().revenueContacts("A")).isEmpty();
    }

    @Test
    void D_31_a_page_of_another_kind_excludes_a_submission_and_an_unknown_one_does_not() {
        story.act(FORM_SUBMISSION, "FORM1", "2023-04-10T12:00:00Z")
                .by("v1")
                .as("c1")
                .on("CASE");
        story.act(FORM_SUBMISSION, "FORM1", "2023-04-10T12:00:00Z").by("v2").as("c2");
        story.act(CTA_CLICK, "CTAL1", "2023-04-10T12:00:00Z").by("v3").as("c3").on("CASE");
        story.deal("1", CREATED, "c1", "c2", "c3").won("2023-04-30T12:00:00Z");

        assertThat(story.found().revenueContacts("A")).containsExactly("c2");
    }

    @Test
    void D_46_the_contact_created_first_decides_about_the_lead() {
        story.act(FORM_SUBMISSION, "FORM1", "2023-04-02T12:00:00Z").creating("new");
        story.act(EMAIL_CLICK, "EMB", "2023-04-03T12:00:00Z").as("c");
        story.deal("1000", "2023-03-30T12:00:00Z", "c", "new").won("2023-04-20T12:00:00Z");

        // The older contact was imported before any act: no L, and F alone is a milestone of U.
        assertThat(story.found().attributed("U_SHAPED", "A")).isEqualTo("666.67");
    }

    @Test
    void D_46_of_contacts_created_at_one_instant_by_like_acts_the_one_whose_act_comes_first_decides() {
        story.act(EMAIL_CLICK, "EMB", "2023-04-02T12:00:00Z").creating("a");
        story.act(EMAIL_CLICK, "EM1", "2023-04-02T12:00:00Z").creating("b");
        story.deal("1000", "2023-03-30T12:00:00Z", "a", "b").won("2023-04-20T12:00:00Z");

        // The click in EM1 is both F and L, the one in EMB is in the middle.
        assertThat(story.found().attributed("U_SHAPED", "A")).isEqualTo("800.00");
    }

    @Test
    void the_anchor_of_J_models_follows_the_rules() {
        story.act(EMAIL_CLICK, "EM1", "2023-04-02T12:00:00Z").as("c");
        story.act(EMAIL_CLICK, "EMB", "2023-04-03T12:00:00Z").as("c");
        story.act(EMAIL_CLICK, "EMX", "2023-04-04T12:00:00Z").as("c");
        story.deal("1000", "2023-04-03T18:00:00Z", "c").won("2023-04-20T12:00:00Z");
        story.rules = Rules.like("2023-09").jAnchor(Milestone.DEAL).build();

        assertThat(story.found().attributed("J_SHAPED", "A")).isEqualTo("200.00");
        assertThat(story.found().attributed("J_SHAPED", "B")).isEqualTo("600.00");
    }

    @Test
    void the_look_back_window_follows_the_rules() {
        story.act(EMAIL_CLICK, "EM1", "2023-04-02T12:00:00Z").as("c");
        story.act(EMAIL_CLICK, "EMB", "2023-04-19T12:00:00Z").as("c");
        story.deal("1000", CREATED, "c").won("2023-04-20T12:00:00Z");
        story.rules = Rules.like("2023-09").lookBack(Duration.ofDays(10)).build();

        assertThat(story.found().attributed("LINEAR", "A")).isEqualTo("0.00");
        assertThat(story.found().attributed("LINEAR", "B")).isEqualTo("1000.00");
    }
}
