package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.journey.Touches;
import tributary.events.Bot;
import tributary.events.InteractionKind;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnersOfABrowserTest {
    @Test
    void the_first_identification_holds_backwards_and_a_later_one_from_its_instant_on_D_4() {
        var story = new Story().view("v", 1).view("v", 20).view("v", 30);
        story.identified("v", "anna", 10).identified("v", "ben", 20);

        assertThat(story.actsOf("anna")).containsExactly("act-1");
        assertThat(story.actsOf("ben")).containsExactly("act-2", "act-3");
    }

    @Test
    void the_contact_that_an_act_names_decides_before_the_browser() {
        var story = new Story().view("v", 1).identified("v", "anna", 0);
        story.act(2, InteractionKind.CTA_CLICK, "v", "ben", false, null, "click");

        assertThat(story.actsOf("anna")).containsExactly("act-1");
        assertThat(story.actsOf("ben")).containsExactly("click");
        assertThat(story.person("ben").isHome(0)).isFalse();
        assertThat(story.person("anna").isHome(0)).isTrue();
    }

    @Test
    void a_submission_identifies_the_browser_and_a_click_does_not_D_3() {
        var story = new Story().view("v", 1).submission("v", "anna", 2).view("w", 1);
        story.act(2, InteractionKind.CTA_CLICK, "w", "ben", true, null, "click");

        assertThat(story.actsOf("anna")).containsExactly("act-1", "act-2");
        assertThat(story.actsOf("ben")).containsExactly("click");
    }

    @Test
    void a_submission_flagged_as_a_bots_identifies_too_D_8() {
        var story = new Story().view("v", 1);
        story.act(2, InteractionKind.FORM_SUBMISSION, "v", "anna", true, Bot.KNOWN_BOT, "form");

        assertThat(story.actsOf("anna")).containsExactly("act-1", "form");
    }

    @Test
    void at_one_instant_a_statement_beats_a_submission_however_they_arrive_D_3() {
        var first =
                new Story().identified("v", "anna", 5).submission("v", "ben", 5).view("v", 6);
        var last =
                new Story().submission("v", "ben", 5).identified("v", "anna", 5).view("v", 6);

        assertThat(first.actsOf("anna")).containsExactly("act-2");
        assertThat(last.actsOf("anna")).containsExactly("act-2");
    }

    @Test
    void of_two_statements_of_one_instant_the_one_recorded_later_holds_D_3() {
        var story =
                new Story().identified("v", "anna", 5).identified("v", "ben", 5).view("v", 6);

        assertThat(story.actsOf("ben")).containsExactly("act-1");
    }

    @Test
    void of_two_submissions_of_one_instant_the_later_by_content_holds_D_3() {
        var form = InteractionKind.FORM_SUBMISSION;
        var cta = InteractionKind.CTA_SUBMISSION;
        var one = new Story().act(5, form, "v", "anna", true, null, "f").act(5, cta, "v", "ben", true, null, "c");
        var other = new Story().act(5, cta, "v", "ben", true, null, "c").act(5, form, "v", "anna", true, null, "f");

        assertThat(one.view("v", 6).actsOf("ben")).containsExactly("c", "act-1");
        assertThat(other.view("v", 6).actsOf("ben")).containsExactly("c", "act-1");
    }

    @Test
    void a_browser_that_nobody_was_identified_in_is_a_person_until_someone_is() {
        var story = new Story().view("v", 1);
        var people = story.journeys().cursor();

        assertThat(people.person(0).strands()).isEqualTo(1);
        assertThat(people.contact()).isEqualTo(Touches.NONE);
        story.identified("v", "anna", 2).journeys();
        people.person(0);
        assertThat(people.isNobody()).isTrue();
        assertThat(story.person("anna").strands()).isEqualTo(1);
    }
}
