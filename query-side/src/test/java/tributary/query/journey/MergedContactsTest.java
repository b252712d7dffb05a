package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.events.InteractionKind;
import tributary.query.directory.ContactEntry.Status;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MergedContactsTest {
    private static final Map<String, String> OPEN = Map.of("dealstage", "open");

    @Test
    void a_merge_unites_browsers_acts_and_deals_D_5() {
        var story = new Story().submission("v", "anna", 1).submission("w", "ben", 2);
        story.act(3, InteractionKind.EMAIL_CLICK, null, "ben", false, null, "click")
                .deal("d", 4, OPEN, "ben");
        story.merged("anna", "ben", 5);

        assertThat(story.actsOf("anna")).containsExactlyInAnyOrder("act-1", "act-2", "click");
        assertThat(story.journeys().dealsOf(story.person("anna").contact())).containsExactly(0);
        assertThat(story.deal("d").contacts())
                .containsExactly(story.person("anna").contact());
    }

    @Test
    void what_names_the_merged_contact_later_means_the_survivor_D_5() {
        var story = new Story().created("anna", 1).created("ben", 1).merged("anna", "ben", 2);
        story.view("v", 3).identified("v", "ben", 4).deal("d", 5, OPEN, "ben");

        assertThat(story.actsOf("anna")).containsExactly("act-1");
        assertThat(story.deal("d").contacts())
                .containsExactly(story.person("anna").contact());
    }

    @Test
    void a_browser_that_passed_between_merged_contacts_has_one_owner() {
        var story = new Story()
                .view("v", 1)
                .identified("v", "anna", 2)
                .identified("v", "ben", 3)
                .view("v", 4);

        assertThat(story.merged("anna", "ben", 5).actsOf("anna")).containsExactly("act-1", "act-2");
        assertThat(story.person("anna").strands()).isEqualTo(1);
    }

    @Test
    void the_merged_person_is_nobody_and_both_are_told() {
        var story = new Story().submission("v", "anna", 1).submission("w", "ben", 2);
        var journeys = story.journeys();
        var gone = journeys.personOf(journeys.findContact("ben").orElseThrow());
        story.merged("anna", "ben", 5);
        var told = new ArrayList<Integer>();
        journeys.drain().persons(told::add);

        assertThat(told)
                .contains(gone, journeys.personOf(journeys.findContact("anna").orElseThrow()));
        var people = journeys.cursor();
        people.person(gone);
        assertThat(people.isNobody()).isTrue();
        assertThat(journeys.directory().contact("ben").orElseThrow().status()).isEqualTo(Status.MERGED);
    }
}
