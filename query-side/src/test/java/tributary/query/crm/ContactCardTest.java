package tributary.query.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.events.ContactEvent;
import tributary.events.ContactEvent.ContactChanged;
import tributary.events.ContactEvent.ContactCreated;
import tributary.events.ContactEvent.ContactDeleted;
import tributary.events.ContactEvent.ContactDiscovered;
import tributary.events.ContactEvent.ContactErased;
import tributary.events.ContactEvent.ContactRestored;
import tributary.events.ContactEvent.ContactsMerged;
import tributary.events.ContactEvent.Source;
import tributary.events.ContactId;
import tributary.events.Sealed;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactCardTest {
    private static final ContactId C1 = new ContactId("c1");
    private static final ContactId C2 = new ContactId("c2");
    private static final Instant MARCH = Instant.parse("2023-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2023-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2023-05-01T00:00:00Z");

    private final Map<ContactId, ContactCard> others = new HashMap<>();

    @Test
    void a_created_contact_has_what_was_sealed_and_its_stage() {
        var known = card(created(C1, MARCH, "lead", "email=ada@example.com"))
                .known()
                .orElseThrow();

        assertThat(known.properties()).isEqualTo(Map.of("email", "ada@example.com", "lifecyclestage", "lead"));
        assertThat(known.createdAt()).isEqualTo(known.updatedAt()).isEqualTo(MARCH);
        assertThat(known.living()).isTrue();
    }

    @Test
    void what_happened_later_stands_over_what_was_recorded_later() {
        var known = card(
                        created(C1, MARCH, null, "firstname=Ada"),
                        changed(C1, MAY, "customer", "firstname=Augusta"),
                        changed(C1, APRIL, "lead", "firstname=A."))
                .known()
                .orElseThrow();

        assertThat(known.properties()).isEqualTo(Map.of("firstname", "Augusta", "lifecyclestage", "customer"));
        assertThat(known.updatedAt()).isEqualTo(MAY);
    }

    @Test
    void of_addresses_the_one_recorded_last_stands() {
        var known = card(
                        created(C1, MARCH, null, "email=ada@example.com"),
                        changed(C1, MARCH.minusSeconds(1), null, "email=a@example.com"))
                .known()
                .orElseThrow();

        assertThat(known.properties()).containsEntry("email", "a@example.com");
    }

    @Test
    void an_empty_value_clears() {
        assertThat(card(created(C1, MARCH, "lead", "firstname=Ada"), changed(C1, APRIL, "", "firstname="))
                        .known()
                        .orElseThrow()
                        .properties())
                .isEmpty();
    }

    @Test
    void a_contact_discovered_by_an_act_is_known_from_then() {
        var known = card(new ContactDiscovered(C1, sealed("email=ada@example.com"), APRIL))
                .known()
                .orElseThrow();

        assertThat(known.createdAt()).isEqualTo(APRIL);
        assertThat(known.properties()).containsEntry("email", "ada@example.com");
    }

    @Test
    void a_deleted_contact_is_not_living_until_it_is_restored() {
        assertThat(living(created(C1, MARCH, null, ""), new ContactDeleted(C1, APRIL)))
                .isFalse();
        assertThat(living(created(C1, MARCH, null, ""), new ContactDeleted(C1, APRIL), new ContactRestored(C1, MAY)))
                .isTrue();
    }

    @Test
    void an_erased_contact_is_not_living() {
        assertThat(living(created(C1, MARCH, null, ""), new ContactErased(C1, APRIL)))
                .isFalse();
    }

    @Test
    void a_merge_takes_over_what_the_survivor_lacks_and_the_earlier_creation() {
        others.put(C2, card(created(C2, MARCH, "lead", "firstname=Bea;lastname=B")));

        var known = card(created(C1, APRIL, null, "firstname=Ada"), new ContactsMerged(C1, C2, MAY))
                .known()
                .orElseThrow();

        assertThat(known.properties()).isEqualTo(Map.of("firstname", "Ada", "lastname", "B", "lifecyclestage", "lead"));
        assertThat(known.createdAt()).isEqualTo(MARCH);
        assertThat(known.updatedAt()).isEqualTo(MAY);
    }

    @Test
    void of_a_contact_without_facts_nothing_is_known() {
        assertThat(card().known()).isEmpty();
    }

    private boolean living(ContactEvent... events) {
        return card(events).known().orElseThrow().living();
    }

    private ContactCard card(ContactEvent... events) {
        var card = new ContactCard(ContactCardTest::opened, others::get);
        for (var event : events) card.on(event);
        return card;
    }

    private static ContactEvent created(ContactId contact, Instant at, String stage, String personal) {
        return new ContactCreated(contact, Source.IMPORT, true, stage, sealed(personal), at);
    }

    private static ContactEvent changed(ContactId contact, Instant at, String stage, String personal) {
        return new ContactChanged(contact, null, stage, sealed(personal), at);
    }

    /// `name=value;…`, in place of a vault.
    private static Sealed sealed(String personal) {
        return new Sealed(personal.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Map<String, String>> opened(Sealed sealed) {
        var values = new HashMap<String, String>();
        for (var pair : new String(sealed.bytes(), StandardCharsets.UTF_8).split(";")) {
            var name = pair.split("=", 2);
            if (name.length == 2) values.put(name[0], name[1]);
        }
        return Optional.of(values);
    }
}
