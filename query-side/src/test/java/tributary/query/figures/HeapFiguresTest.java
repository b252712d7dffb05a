package tributary.query.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeapFiguresTest {
    private static final List<Metric> OF_PERSONS = List.of(
            Metric.SESSIONS,
            Metric.NEW_CONTACTS_FIRST_TOUCH,
            Metric.NEW_CONTACTS_LAST_TOUCH,
            Metric.INFLUENCED_CONTACTS,
            Metric.UNIQUE_INFLUENCES);
    private static final int PEOPLE = 300;

    private final Random random = new Random(4);

    @Test
    void figures_are_those_counted_from_scratch_however_often_people_were_judged_anew() {
        var figures = figures();
        var people = crowd();
        for (var i = 0; i < 20 * PEOPLE; i++) {
            var person = random.nextInt(PEOPLE);
            people.set(person, random.nextInt(5) == 0 ? Findings.nothing(person) : new Findings(person, random));
            put(figures, person, people.get(person));
        }
        for (var person = 0; person < PEOPLE; person++) put(figures, person, people.get(person));
        assertCounted(figures, people);
    }

    @Test
    void parts_filled_apart_make_the_same_figures_as_one_after_the_other() {
        var people = crowd();
        var together = figures();
        together.reach(PEOPLE, 0);
        var parts = List.of(together.part(), together.part(), together.part());
        var contribution = together.personContribution();
        for (var person = 0; person < PEOPLE; person++) {
            people.get(person).tell(contribution);
            parts.get(person % 3).put(person, contribution);
        }
        parts.forEach(HeapFigures.Part::join);
        assertCounted(together, people);
        assertListed(together);
    }

    @Test
    void a_person_taken_out_leaves_nothing_behind() {
        var figures = figures();
        var people = crowd();
        for (var person = 0; person < PEOPLE; person++) put(figures, person, people.get(person));
        for (var person = 0; person < PEOPLE; person++) figures.removePerson(person);
        assertCounted(figures, List.of());
        assertThat(Comparison.atOnce(figures(), figures).differences()).isEmpty();
    }

    @Test
    void lists_hold_those_whom_the_counts_count() {
        var figures = figures();
        var people = crowd();
        for (var person = 0; person < PEOPLE; person++) put(figures, person, people.get(person));
        assertListed(figures);
        for (var i = 0; i < PEOPLE; i++) {
            var person = random.nextInt(PEOPLE);
            put(figures, person, random.nextBoolean() ? Findings.nothing(person) : new Findings(person, random));
        }
        assertListed(figures);
    }

    private static void assertListed(HeapFigures figures) {
        for (var campaign = Figures.ACCOUNT; campaign < Findings.CAMPAIGNS; campaign++) {
            assertThat(listed(figures, ContactList.FIRST_TOUCH, campaign))
                    .hasSize((int) figures.count(Metric.NEW_CONTACTS_FIRST_TOUCH, campaign, 100, 250));
            assertThat(listed(figures, ContactList.LAST_TOUCH, campaign))
                    .hasSize((int) figures.count(Metric.NEW_CONTACTS_LAST_TOUCH, campaign, 100, 250));
            assertThat(listed(figures, ContactList.INFLUENCED, campaign))
                    .hasSize((int) figures.count(Metric.INFLUENCED_CONTACTS, campaign, 100, 250));
        }
    }

    @Test
    void money_is_not_asked_for_as_a_count_nor_a_count_as_money() {
        assertThatThrownBy(() -> figures().count(Metric.INFLUENCED_REVENUE, 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> figures().minor(Metric.SESSIONS, 0, 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static HeapFigures figures() {
        return new HeapFigures(DayCalendar.of(ZoneOffset.UTC), 9, 0);
    }

    private List<Findings> crowd() {
        var people = new ArrayList<Findings>();
        for (var person = 0; person < PEOPLE; person++) people.add(new Findings(person, random));
        return people;
    }

    private static void put(HeapFigures figures, int person, Findings findings) {
        var contribution = figures.personContribution();
        findings.tell(contribution);
        figures.replace(person, contribution);
    }

    private static List<Integer> listed(Figures figures, ContactList list, int campaign) {
        var contacts = new ArrayList<Integer>();
        figures.contacts(list, campaign, 100, 250, (contact, _) -> contacts.add(contact));
        assertThat(contacts).doesNotHaveDuplicates();
        return contacts;
    }

    private static void assertCounted(Figures figures, List<Findings> people) {
        var plain = new PlainFigures(people);
        for (var metric : OF_PERSONS) {
            for (var campaign = Figures.ACCOUNT; campaign < Findings.CAMPAIGNS; campaign++) {
                for (var from = -10; from < 420; from += 43) {
                    for (var to = from; to < 420; to += 61) {
                        assertThat(figures.count(metric, campaign, from, to))
                                .as("%s of %d from %d to %d", metric, campaign, from, to)
                                .isEqualTo(plain.count(metric, campaign, from, to));
                    }
                }
            }
        }
    }
}
