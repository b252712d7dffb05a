package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.Doubt;
import tributary.attribution.journey.Person.Creation.By;
import tributary.events.Bot;
import tributary.events.InteractionKind;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CreationOfAContactTest {
    @Test
    void a_submission_before_the_import_becomes_the_creation_when_it_is_recorded_D_1() {
        var story = new Story().created("anna", 10);

        assertThat(story.person("anna").creation().by()).isEqualTo(By.STATEMENT);
        story.submission("v", "anna", 5);
        assertThat(story.person("anna").creation().by()).isEqualTo(By.SUBMISSION);
        assertThat(story.person("anna").creation().atMicros()).isEqualTo(Story.micros(5));
        assertThat(story.creatingAct("anna")).isEqualTo("act-1");
    }

    @Test
    void an_act_that_names_the_contact_by_its_id_never_creates_D_1() {
        var story = new Story().created("anna", 10);
        story.act(5, InteractionKind.FORM_SUBMISSION, "v", "anna", false, null, "form");

        assertThat(story.person("anna").creation().atMicros()).isEqualTo(Story.micros(10));
    }

    @Test
    void of_one_instant_a_submission_wins_then_an_identification_then_other_acts_then_a_statement_D_1() {
        var story = new Story().created("anna", 5);
        story.act(5, InteractionKind.EMAIL_CLICK, null, "anna", true, null, "click");
        assertThat(story.person("anna").creation().by()).isEqualTo(By.OTHER_ACT);
        story.identifiedByAddress("v", "anna", 5);
        assertThat(story.person("anna").creation().by()).isEqualTo(By.IDENTIFICATION);
        story.submission("v", "anna", 5);
        assertThat(story.person("anna").creation().by()).isEqualTo(By.SUBMISSION);
        story.created("anna", 5);
        assertThat(story.person("anna").creation().by()).isEqualTo(By.SUBMISSION);
    }

    @Test
    void an_identification_by_id_does_not_create_and_by_address_does() {
        var story = new Story().created("anna", 10).identified("v", "anna", 3);
        assertThat(story.person("anna").creation().atMicros()).isEqualTo(Story.micros(10));

        story.identifiedByAddress("v", "anna", 4);
        assertThat(story.person("anna").creation().atMicros()).isEqualTo(Story.micros(4));
    }

    @Test
    void a_bots_submission_creates_and_stays_marked_D_8() {
        var story = new Story();
        story.act(5, InteractionKind.FORM_SUBMISSION, "v", "anna", true, Bot.SCANNER, "form");

        assertThat(story.person("anna").creation().bot()).isEqualTo(Doubt.SCANNER.ordinal());
    }

    @Test
    void the_earlier_creation_survives_a_merge_whoever_is_primary_D_5() {
        var story = new Story().created("anna", 10).submission("v", "ben", 5);

        assertThat(story.merged("anna", "ben", 20).creatingAct("anna")).isEqualTo("act-1");
        assertThat(story.creatingAct("ben")).isEqualTo("act-1");
    }
}
