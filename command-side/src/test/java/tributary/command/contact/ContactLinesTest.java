package tributary.command.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.command.Clerk;
import tributary.command.Clerk.Answer;
import tributary.events.ContactEvent.ContactChanged;
import tributary.events.ContactEvent.ContactCreated;
import tributary.events.ContactEvent.ContactDiscovered;
import tributary.events.ContactEvent.Source;
import tributary.events.ContactEvent.VisitorIdentified;
import tributary.events.ContactId;
import tributary.events.Interaction;
import tributary.events.Sealed;

/// Who is who: ids, addresses, browsers, and what becomes of contacts.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactLinesTest {
    private static final ContactId ANNA = new ContactId("anna");
    private static final String CREATE_ANNA =
            "{'type':'contact.create','at':'2023-02-01T00:00:00Z','contact':'anna','email':'anna@example.com'}";

    @TempDir
    private Path folder;

    private Clerk clerk;

    @BeforeEach
    void open() {
        clerk = Clerk.withAccount(folder);
    }

    @AfterEach
    void close() {
        clerk.close();
    }

    private Answer send(String... lines) {
        var quoted =
                List.of(lines).stream().map(line -> line.replace('\'', '"')).toArray(String[]::new);
        return clerk.send(quoted);
    }

    private void taken(String... lines) {
        assertThat(send(lines).problems()).isEmpty();
    }

    private String refused(String line) {
        var answer = send(line);
        assertThat(answer.rejected()).isEqualTo(1);
        return answer.problems().getFirst();
    }

    private static String call(String whom) {
        return "{'type':'interaction','at':'2023-04-01T00:00:00Z','kind':'CALL'," + whom + "}";
    }

    private List<ContactId> actors() {
        return clerk.interactions().stream().map(Interaction::contact).toList();
    }

    private Sealed personal() {
        return clerk.facts().stream()
                .filter(ContactCreated.class::isInstance)
                .map(fact -> ((ContactCreated) fact).personal())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_personal_is_sealed() {
        taken("{'type':'contact.create','contact':'anna','email':' Anna@Example.com ','lifecycleStage':'lead',"
                + "'properties':{'firstname':'Anna','visits':3,'vip':true,'none':null}}");

        var created = (ContactCreated) clerk.facts().getFirst();
        assertThat(created.source()).isEqualTo(Source.IMPORT);
        assertThat(created.withAddress()).isTrue();
        assertThat(created.lifecycleStage()).isEqualTo("lead");
        assertThat(created.at()).isEqualTo(Clerk.NOW);
        assertThat(clerk.database()
                        .vault()
                        .open(Clerk.ACME, ANNA, created.personal())
                        .orElseThrow())
                .containsOnly(
                        java.util.Map.entry("email", "Anna@Example.com"),
                        java.util.Map.entry("firstname", "Anna"),
                        java.util.Map.entry("visits", "3"),
                        java.util.Map.entry("vip", "true"));
    }

    @Test
    void a_contact_needs_no_address() {
        taken("{'type':'contact.create','contact':'anna','source':'API'}");

        assertThat(clerk.facts()).containsExactly(new ContactCreated(ANNA, Source.API, false, null, null, Clerk.NOW));
    }

    @Test // D-1
    void an_act_with_an_unknown_address_makes_a_contact() {
        taken(call("'email':'new@example.com'"), call("'email':' NEW@example.com'"));

        assertThat(clerk.facts().getFirst()).isInstanceOfSatisfying(ContactDiscovered.class, discovered -> {
            assertThat(discovered.contact().value()).matches("[0-9]+");
            assertThat(discovered.at()).isEqualTo(Instant.parse("2023-04-01T00:00:00Z"));
            assertThat(actors()).containsOnly(discovered.contact());
        });
        assertThat(clerk.facts()).hasSize(2);
        assertThat(clerk.interactions()).allMatch(Interaction::byAddress).hasSize(2);
    }

    @Test // D-1
    void an_act_with_a_known_address_is_its_holder_s_and_says_that_it_carried_the_address() {
        taken(CREATE_ANNA, call("'email':'ANNA@example.com'"), call("'contact':'anna'"));

        assertThat(actors()).containsExactly(ANNA, ANNA);
        assertThat(clerk.interactions()).extracting("byAddress").containsExactly(true, false);
    }

    @Test
    void where_an_act_names_both_the_contact_decides() {
        taken(CREATE_ANNA, call("'contact':'anna','email':'other@example.com'"));

        assertThat(actors()).containsExactly(ANNA);
        assertThat(clerk.interactions()).noneMatch(Interaction::byAddress);
    }

    @Test // D-2
    void a_new_id_for_the_address_of_a_discovered_contact_is_refused_naming_that_one() {
        taken(call("'email':'anna@example.com'"));
        var minted = actors().getFirst();

        assertThat(refused(CREATE_ANNA)).contains("email is held by contact " + minted);
    }

    @Test // D-2
    void two_contacts_cannot_be_created_with_one_address_in_one_chunk() {
        var answer = send(CREATE_ANNA, CREATE_ANNA.replace("'anna'", "'ben'"));

        assertThat(answer.problems()).singleElement().asString().contains("held by contact anna");
    }

    @Test
    void an_address_stands_for_its_holder_wherever_an_id_may() {
        taken(
                CREATE_ANNA,
                "{'type':'contact.create','contact':'ben','email':'ben@example.com'}",
                call("'contact':'email:Anna@example.com'"),
                "{'type':'visitor.identify','visitor':'v','contact':'email:anna@example.com'}",
                "{'type':'deal.create','deal':'d','stage':'open','contacts':['email:anna@example.com']}",
                "{'type':'deal.associate','deal':'d','contact':'email:ben@example.com'}",
                "{'type':'deal.dissociate','deal':'d','contact':'email:ben@example.com'}",
                "{'type':'contact.change','contact':'email:ben@example.com','lifecycleStage':'lead'}",
                "{'type':'contact.merge','primary':'email:anna@example.com','merged':'email:ben@example.com'}",
                "{'type':'contact.delete','contact':'email:ben@example.com'}",
                "{'type':'contact.restore','contact':'anna'}",
                "{'type':'contact.erase','contact':'email:anna@example.com'}");
    }

    @Test
    void a_browser_is_identified_by_id() {
        taken(CREATE_ANNA, "{'type':'visitor.identify','visitor':'v','contact':'anna'}");

        assertThat(clerk.facts()).contains(new VisitorIdentified(ANNA, "v", false, Clerk.NOW));
    }

    @Test // D-1
    void a_browser_is_identified_by_an_address_which_may_make_a_contact() {
        taken("{'type':'visitor.identify','visitor':'v','email':'new@example.com'}");

        var discovered = (ContactDiscovered) clerk.facts().getFirst();
        assertThat(clerk.facts().get(1)).isEqualTo(new VisitorIdentified(discovered.contact(), "v", true, Clerk.NOW));
    }

    @Test
    void a_submission_identifies_no_browser_in_facts_since_that_is_judged_from_itself() {
        taken("{'type':'interaction','kind':'FORM_SUBMISSION','visitor':'v','email':'new@example.com'}");

        assertThat(clerk.facts()).noneMatch(VisitorIdentified.class::isInstance);
    }

    @Test // D-7
    void acts_of_deleted_and_erased_contacts_are_taken() {
        taken(
                CREATE_ANNA,
                "{'type':'contact.create','contact':'ben'}",
                "{'type':'contact.delete','contact':'anna'}",
                "{'type':'contact.erase','contact':'ben'}",
                call("'contact':'anna'"),
                call("'contact':'ben'"),
                "{'type':'deal.create','deal':'d','stage':'open','contacts':['anna','ben']}");
    }

    @Test // D-6
    void a_deleted_contact_s_address_is_free_at_once() {
        taken(CREATE_ANNA, "{'type':'contact.delete','contact':'anna'}");

        assertThat(refused(call("'contact':'email:anna@example.com'"))).contains("no living contact");
        taken(call("'email':'anna@example.com'"));
        assertThat(actors()).doesNotContain(ANNA);
    }

    @Test // D-6
    void a_restored_contact_takes_its_address_back() {
        taken(
                CREATE_ANNA,
                "{'type':'contact.delete','contact':'anna'}",
                "{'type':'contact.restore','contact':'anna'}",
                call("'contact':'email:anna@example.com'"));

        assertThat(actors()).containsExactly(ANNA);
    }

    @Test // D-6
    void a_restored_contact_does_not_take_its_address_from_another() {
        taken(
                CREATE_ANNA,
                "{'type':'contact.delete','contact':'anna'}",
                "{'type':'contact.create','contact':'ben','email':'anna@example.com'}",
                "{'type':'contact.restore','contact':'anna'}",
                call("'email':'anna@example.com'"));

        assertThat(actors()).containsExactly(new ContactId("ben"));
    }

    @Test // D-6
    void an_erased_contact_is_unreadable_and_stays_so() {
        taken(CREATE_ANNA);
        var personal = personal();

        taken("{'type':'contact.erase','contact':'anna'}");

        assertThat(clerk.database().vault().open(Clerk.ACME, ANNA, personal)).isEmpty();
        assertThat(refused("{'type':'contact.restore','contact':'anna'}")).contains("anna was erased for good");
        assertThat(refused("{'type':'contact.change','contact':'anna','email':'a@example.com'}"))
                .contains("anna was erased for good");
        taken("{'type':'contact.erase','contact':'anna'}", "{'type':'contact.delete','contact':'anna'}");
    }

    @Test
    void erasing_forgets_those_too_who_were_merged_in() {
        taken(
                CREATE_ANNA,
                "{'type':'contact.create','contact':'ben'}",
                "{'type':'contact.create','contact':'cleo'}",
                "{'type':'contact.merge','primary':'ben','merged':'anna'}",
                "{'type':'contact.merge','primary':'cleo','merged':'ben'}");
        var personal = personal();

        taken("{'type':'contact.erase','contact':'cleo'}");

        assertThat(clerk.database().vault().open(Clerk.ACME, ANNA, personal)).isEmpty();
        assertThat(refused(call("'contact':'email:anna@example.com'"))).contains("no living contact");
    }

    @Test // D-5
    void after_a_merge_the_merged_id_and_address_mean_the_survivor() {
        taken(
                CREATE_ANNA,
                "{'type':'contact.create','contact':'ben','email':'ben@example.com'}",
                "{'type':'contact.merge','primary':'ben','merged':'anna'}",
                call("'contact':'anna'"),
                call("'email':'anna@example.com'"),
                call("'email':'ben@example.com'"));

        assertThat(actors()).containsOnly(new ContactId("ben"));
        assertThat(refused("{'type':'contact.merge','primary':'anna','merged':'ben'}"))
                .contains("both mean contact ben");
        assertThat(refused(CREATE_ANNA)).contains("contact anna exists");
    }

    @Test
    void erased_contacts_are_not_merged() {
        taken(CREATE_ANNA, "{'type':'contact.create','contact':'ben'}", "{'type':'contact.erase','contact':'anna'}");

        assertThat(refused("{'type':'contact.merge','primary':'ben','merged':'anna'}"))
                .contains("was erased");
        assertThat(refused("{'type':'contact.merge','primary':'anna','merged':'ben'}"))
                .contains("was erased");
    }

    @Test
    void a_deleted_contact_that_takes_another_in_holds_no_address() {
        taken(
                CREATE_ANNA,
                "{'type':'contact.create','contact':'ben','email':'ben@example.com'}",
                "{'type':'contact.delete','contact':'anna'}",
                "{'type':'contact.merge','primary':'anna','merged':'ben'}");

        assertThat(refused(call("'contact':'email:ben@example.com'"))).contains("no living contact");
    }

    @Test
    void a_new_address_takes_the_place_of_the_old_one() {
        taken(
                CREATE_ANNA,
                "{'type':'contact.change','contact':'anna','email':'anna@new.example.com'}",
                call("'email':'anna@new.example.com'"),
                call("'email':'anna@example.com'"));

        assertThat(actors().getFirst()).isEqualTo(ANNA);
        assertThat(actors().getLast()).isNotEqualTo(ANNA);
    }

    @Test
    void a_cleared_address_is_free() {
        taken(CREATE_ANNA, "{'type':'contact.change','contact':'anna','email':null}");

        assertThat(refused(call("'contact':'email:anna@example.com'"))).contains("no living contact");
        var changed = (ContactChanged) clerk.facts().getLast();
        assertThat(clerk.database()
                        .vault()
                        .open(Clerk.ACME, ANNA, changed.personal())
                        .orElseThrow())
                .containsEntry("email", "");
    }

    @Test // D-2
    void another_s_address_cannot_be_taken_by_a_change() {
        taken(CREATE_ANNA, "{'type':'contact.create','contact':'ben'}");

        assertThat(refused("{'type':'contact.change','contact':'ben','email':'anna@example.com'}"))
                .contains("held by contact anna");
    }

    @Test
    void a_change_may_repeat_the_address() {
        taken(
                CREATE_ANNA,
                "{'type':'contact.change','contact':'anna','email':'Anna@example.com'}",
                call("'contact':'email:anna@example.com'"));
    }

    @Test
    void a_deleted_contact_gets_a_changed_address_when_it_is_restored() {
        taken(
                CREATE_ANNA,
                "{'type':'contact.delete','contact':'anna'}",
                "{'type':'contact.change','contact':'anna','email':'late@example.com'}");
        assertThat(refused(call("'contact':'email:late@example.com'"))).contains("no living contact");

        taken("{'type':'contact.restore','contact':'anna'}", call("'contact':'email:late@example.com'"));
    }

    @Test
    void a_cleared_stage_is_empty_and_an_unsaid_one_stays() {
        taken(
                CREATE_ANNA,
                "{'type':'contact.change','contact':'anna','lifecycleStage':null}",
                "{'type':'contact.change','contact':'anna','source':'MANUAL'}");

        assertThat(clerk.facts())
                .contains(
                        new ContactChanged(ANNA, null, "", null, Clerk.NOW),
                        new ContactChanged(ANNA, Source.MANUAL, null, null, Clerk.NOW));
    }
}
