package tributary.attribution.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.attribution.Kind.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.Kind;
import tributary.attribution.rules.RuleSet;
import tributary.attribution.story.Story;
import tributary.attribution.story.ToldDeal;

/// Attributed revenue under all models (docs/rules.md).
@DisplayNameGeneration(ReplaceUnderscores.class)
class CreditTest {
    private static final List<String> ALL = RuleSet.of("2023-09").modelNames();

    private final Story story = Story.fixture();

    /// Path P7 of the acceptance scenarios; the deal is won but has no close date.
    private ToldDeal path7() {
        story.views("LP1", "2023-04-01T12:00:00Z").by("x");
        story.views("PRICING", "2023-04-03T12:00:00Z").by("x");
        story.act(FORM_SUBMISSION, "FORM1", "2023-04-10T12:00:00Z")
                .by("x")
                .on("PRICING")
                .creating("X");
        story.act(EMAIL_CLICK, "EMB", "2023-04-15T12:00:00Z").as("X");
        story.act(EVENT_ATTENDANCE, "EVT1", "2023-04-20T12:00:00Z").as("X");
        story.views("PRICING", "2023-04-28T12:00:00Z").by("x");
        story.views("LPB", "2023-04-29T12:00:00Z").by("x");
        return story.deal("10000.00", "2023-04-21T12:00:00Z", "X").won("2023-04-30T12:00:00Z");
    }

    private List<String> credit(String model) {
        var found = story.found();
        return List.of(found.attributed(model, "A"), found.attributed(model, "B"), found.unattributed(model));
    }

    /// The parts of A, B and no campaign under each model, in the order of the rule set.
    private List<String> table() {
        var rows = new ArrayList<String>();
        for (var model : ALL) rows.add(model + " " + String.join(" ", credit(model)));
        return rows;
    }

    private static final List<String> PATH_7 = List.of(
            "LINEAR 4285.72 2857.14 2857.14",
            "FIRST_INTERACTION 10000.00 0.00 0.00",
            "LAST_INTERACTION 0.00 10000.00 0.00",
            "FULL_PATH 6750.00 2583.33 666.67",
            "U_SHAPED 8400.00 800.00 800.00",
            "W_SHAPED 9000.00 500.00 500.00",
            "TIME_DECAY 2187.79 4375.29 3436.92",
            "J_SHAPED 2800.00 6400.00 800.00",
            "INVERSE_J_SHAPED 6800.00 2400.00 800.00");

    @Test
    void AC_62_nine_models_share_path_7() {
        path7();

        assertThat(table()).isEqualTo(PATH_7);
    }

    @Test
    void AC_63_one_interaction_gets_everything_under_every_model() {
        story.contact("2023-02-01T00:00:00Z", "c");
        story.views("LP1", "2023-06-12T12:00:00Z").as("c");
        story.deal("1000.00", "2023-06-01T12:00:00Z", "c").won("2023-06-15T12:00:00Z");

        for (var model : ALL) assertThat(credit(model)).containsExactly("1000.00", "0.00", "0.00");
    }

    @Test
    void AC_64_two_interactions_hold_two_milestones_each() {
        story.act(FORM_SUBMISSION, "FORM1", "2023-06-01T12:00:00Z").as("c").creating("c");
        story.views("LPB", "2023-06-08T12:00:00Z").as("c");
        story.deal("900.00", "2023-06-09T12:00:00Z", "c").won("2023-06-15T12:00:00Z");

        assertThat(table())
                .containsExactly(
                        "LINEAR 450.00 450.00 0.00",
                        "FIRST_INTERACTION 900.00 0.00 0.00",
                        "LAST_INTERACTION 0.00 900.00 0.00",
                        "FULL_PATH 450.00 450.00 0.00",
                        "U_SHAPED 720.00 180.00 0.00",
                        "W_SHAPED 600.00 300.00 0.00",
                        "TIME_DECAY 300.00 600.00 0.00",
                        "J_SHAPED 225.00 675.00 0.00",
                        "INVERSE_J_SHAPED 675.00 225.00 0.00");
    }

    @Test
    void AC_65_absent_milestones_are_dropped_and_the_rest_is_scaled_up() {
        story.contact("2023-06-01T12:00:00Z", "c");
        story.views("LP1", "2023-06-09T12:00:00Z").as("c");
        story.views("PRICING", "2023-06-16T12:00:00Z").as("c");
        story.views("LPB", "2023-06-23T12:00:00Z").as("c");
        story.deal("1200.00", "2023-06-02T12:00:00Z", "c").won("2023-06-30T12:00:00Z");

        assertThat(table())
                .contains(
                        "FULL_PATH 490.91 490.91 218.18",
                        "U_SHAPED 800.00 200.00 200.00",
                        "W_SHAPED 900.00 150.00 150.00",
                        "J_SHAPED 240.00 720.00 240.00",
                        "INVERSE_J_SHAPED 720.00 240.00 240.00",
                        "TIME_DECAY 171.43 685.71 342.86");
    }

    @Test
    void AC_66_contacts_of_a_deal_share_one_path() {
        story.act(FORM_SUBMISSION, "FORM1", "2023-05-02T12:00:00Z").as("X").creating("X");
        story.contact("2023-05-05T12:00:00Z", "Y");
        story.views("LPB", "2023-05-09T12:00:00Z").as("Y");
        story.act(EMAIL_CLICK, "EM1", "2023-05-16T12:00:00Z").as("X");
        story.act(EVENT_ATTENDANCE, "EVT1", "2023-05-23T12:00:00Z").as("Y");
        story.deal("8000.00", "2023-05-17T12:00:00Z", "X", "Y").won("2023-05-30T12:00:00Z");

        assertThat(table())
                .contains(
                        "LINEAR 6000.00 2000.00 0.00",
                        "FULL_PATH 7200.00 800.00 0.00",
                        "U_SHAPED 7466.66 533.34 0.00",
                        "W_SHAPED 7600.00 400.00 0.00",
                        "J_SHAPED 7200.00 800.00 0.00",
                        "TIME_DECAY 6933.33 1066.67 0.00");
    }

    @Test
    void AC_67_an_interaction_type_switched_off_takes_no_part() {
        path7();
        var kinds = EnumSet.allOf(Kind.class);
        kinds.remove(PAGE_VIEW);
        story.settings = Story.settings(true, kinds);

        assertThat(table())
                .contains(
                        "LINEAR 6666.67 3333.33 0.00",
                        "FULL_PATH 9000.00 1000.00 0.00",
                        "U_SHAPED 9000.00 1000.00 0.00",
                        "W_SHAPED 9000.00 1000.00 0.00",
                        "J_SHAPED 8000.00 2000.00 0.00",
                        "INVERSE_J_SHAPED 8000.00 2000.00 0.00");
    }

    @Test
    void AC_68_lists_workflows_and_opens_take_no_part() {
        path7();
        story.act(LIST_ADDITION, "LIST1", "2023-04-05T12:00:00Z").as("X");
        story.act(WORKFLOW_ENROLLMENT, "WF1", "2023-04-06T12:00:00Z").as("X");
        story.act(EMAIL_OPEN, "EM1", "2023-04-07T12:00:00Z").as("X");

        assertThat(table()).isEqualTo(PATH_7);
    }

    @Test
    void AC_69_what_comes_after_the_win_takes_no_part() {
        var deal = path7();
        story.views("LP1", "2023-05-01T12:00:00Z").by("x");
        story.contact("2023-02-01T00:00:00Z", "Z");
        for (var i = 0; i < 10; i++)
            story.views("LP1", "2023-04-1" + i + "T12:00:00Z").as("Z");
        deal.with("Z", "2023-05-02T00:00:00Z", null);

        assertThat(table()).isEqualTo(PATH_7);
    }

    @Test
    void AC_70_repeated_clicks_are_interactions_of_their_own_and_remainders_go_to_the_earliest() {
        path7();
        story.act(EMAIL_CLICK, "EMB", "2023-04-15T12:01:00Z").as("X");
        story.act(EMAIL_CLICK, "EMB", "2023-04-15T12:02:00Z").as("X");

        assertThat(credit("LINEAR")).containsExactly("3333.34", "4444.44", "2222.22");
    }

    @Test
    void AC_71_without_amount_there_is_nothing_to_attribute() {
        path7().amount(null);

        for (var model : ALL) assertThat(credit(model)).containsExactly("0.00", "0.00", "0.00");
        assertThat(story.found().closeDays()).hasToString("[2023-04-30]");
    }

    @Test
    void AC_72_the_close_date_places_the_deal_and_leaves_amounts_alone() {
        path7().closing("2023-05-15");

        assertThat(table()).isEqualTo(PATH_7);
        assertThat(story.found().closeDays()).hasToString("[2023-05-15]");
    }

    @Test
    void AC_73_an_interaction_from_before_the_association_belongs_to_no_campaign() {
        story.dissociated("A", "LP1", "2023-03-01T00:00:00Z").associated("A", "LP1", "2023-04-02T00:00:00Z");
        path7();

        assertThat(credit("LINEAR")).containsExactly("2857.14", "2857.14", "4285.72");
    }

    @Test
    void AC_74_under_2024_11_ads_influence() {
        story.rules = RuleSet.of("2024-11");
        path7();
        story.act(AD_CLICK, "AD1", "2023-03-05T12:00:00Z").as("X");

        assertThat(story.found().pairs("A")).containsKey("X AD_CAMPAIGN/AD1");
    }

    @Test
    void D_43_a_negative_amount_is_split_by_its_absolute_value() {
        path7().amount("-10000.00");

        assertThat(credit("LINEAR")).containsExactly("-4285.72", "-2857.14", "-2857.14");
    }

    @Test
    void D_45_a_won_deal_without_interactions_is_unattributed() {
        story.contact("2023-02-01T00:00:00Z", "c");
        story.deal("10.00", "2023-06-01T12:00:00Z", "c").won("2023-06-15T12:00:00Z");

        for (var model : ALL) assertThat(credit(model)).containsExactly("0.00", "0.00", "10.00");
    }

    @Test
    void DEC_14_an_interaction_of_two_campaigns_credits_both() {
        story.contact("2023-02-01T00:00:00Z", "c");
        story.views("LPB", "2023-04-12T12:00:00Z")
                .as("c")
                .url("https://www.example.com/autumn?utm_campaign=spring-launch");
        story.deal("10.00", "2023-03-01T12:00:00Z", "c").won("2023-06-15T12:00:00Z");

        assertThat(credit("LINEAR")).containsExactly("10.00", "10.00", "0.00");
    }

    @Test
    void D_23_what_a_deleted_campaign_had_is_unattributed() {
        path7();
        story.deleted("B", "2023-06-01T00:00:00Z");

        assertThat(credit("LINEAR")).containsExactly("4285.72", "0.00", "5714.28");
    }
}
