package tributary.command.contact;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.command.contact.ContactCommand.AskStanding;
import tributary.command.contact.ContactCommand.ChangeContact;
import tributary.command.contact.ContactCommand.CreateContact;
import tributary.command.contact.ContactCommand.DeleteContact;
import tributary.command.contact.ContactCommand.DiscoverContact;
import tributary.command.contact.ContactCommand.EraseContact;
import tributary.command.contact.ContactCommand.IdentifyVisitor;
import tributary.command.contact.ContactCommand.MergeContacts;
import tributary.command.contact.ContactCommand.RestoreContact;
import tributary.command.contact.Standing.Status;
import tributary.events.AccountId;
import tributary.events.ContactEvent.ContactChanged;
import tributary.events.ContactEvent.ContactCreated;
import tributary.events.ContactEvent.ContactDeleted;
import tributary.events.ContactEvent.ContactDiscovered;
import tributary.events.ContactEvent.ContactErased;
import tributary.events.ContactEvent.ContactRestored;
import tributary.events.ContactEvent.ContactsMerged;
import tributary.events.ContactEvent.Source;
import tributary.events.ContactEvent.VisitorIdentified;
import tributary.events.ContactId;
import tributary.events.Refusal;
import tributary.events.Sealed;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactTest {
    private static final AccountId ACCOUNT = new AccountId("acme");
    private static final ContactId ANNA = new ContactId("anna");
    private static final ContactId BEN = new ContactId("ben");
    private static final Sealed SEALED = new Sealed(new byte[] {1, 2, 3});
    private static final Sealed NEWER = new Sealed(new byte[] {4});
    private static final Instant MAY = Instant.parse("2023-05-01T00:00:00Z");

    private static final ContactCreated CREATED = new ContactCreated(ANNA, Source.IMPORT, true, "lead", SEALED, MAY);
    private static final ContactDeleted DELETED = new ContactDeleted(ANNA, MAY);
    private static final ContactErased ERASED = new ContactErased(ANNA, MAY);

    private final FixtureConfiguration<Contact> contact = new AggregateTestFixture<>(Contact.class);

    @Test
    void is_created() {
        contact.givenNoPriorActivity()
                .when(new CreateContact(ACCOUNT, ANNA, Source.IMPORT, true, "lead", SEALED, MAY))
                .expectEvents(CREATED);
    }

    @Test
    void is_created_once() {
        contact.given(CREATED)
                .when(new CreateContact(ACCOUNT, ANNA, Source.API, false, null, null, MAY))
                .expectException(Refusal.Conflict.class)
                .expectExceptionMessage("contact anna exists; expected another id, or contact.change");
    }

    @Test // D-1
    void is_discovered_by_an_act_with_its_address() {
        contact.givenNoPriorActivity()
                .when(new DiscoverContact(ACCOUNT, ANNA, SEALED, MAY))
                .expectEvents(new ContactDiscovered(ANNA, SEALED, MAY));
    }

    @Test
    void changes() {
        contact.given(CREATED)
                .when(new ChangeContact(ACCOUNT, ANNA, null, "customer", NEWER, MAY))
                .expectEvents(new ContactChanged(ANNA, null, "customer", NEWER, MAY));
    }

    @Test
    void changes_when_deleted_since_the_change_may_be_older() {
        contact.given(CREATED, DELETED)
                .when(new ChangeContact(ACCOUNT, ANNA, null, "customer", null, MAY))
                .expectEvents(new ContactChanged(ANNA, null, "customer", null, MAY));
    }

    @Test // D-6
    void does_not_change_when_erased() {
        contact.given(CREATED, ERASED)
                .when(new ChangeContact(ACCOUNT, ANNA, null, "customer", null, MAY))
                .expectException(Refusal.Conflict.class)
                .expectExceptionMessage("contact anna was erased for good; expected a contact that was not");
    }

    @Test
    void gets_a_browser() {
        contact.given(CREATED)
                .when(new IdentifyVisitor(ACCOUNT, ANNA, "v", true, MAY))
                .expectEvents(new VisitorIdentified(ANNA, "v", true, MAY));
    }

    @Test // D-7
    void gets_a_browser_even_when_erased() {
        contact.given(CREATED, ERASED)
                .when(new IdentifyVisitor(ACCOUNT, ANNA, "v", false, MAY))
                .expectEvents(new VisitorIdentified(ANNA, "v", false, MAY));
    }

    @Test // D-5
    void takes_another_in() {
        contact.given(CREATED)
                .when(new MergeContacts(ACCOUNT, ANNA, BEN, MAY))
                .expectEvents(new ContactsMerged(ANNA, BEN, MAY));
    }

    @Test // D-5
    void is_not_merged_into_itself() {
        contact.given(CREATED)
                .when(new MergeContacts(ACCOUNT, ANNA, ANNA, MAY))
                .expectException(Refusal.Conflict.class)
                .expectExceptionMessage("primary and merged both mean contact anna; expected two different contacts");
    }

    @Test
    void takes_nobody_in_when_erased() {
        contact.given(CREATED, ERASED)
                .when(new MergeContacts(ACCOUNT, ANNA, BEN, MAY))
                .expectException(Refusal.Conflict.class);
    }

    @Test
    void is_deleted() {
        contact.given(CREATED).when(new DeleteContact(ACCOUNT, ANNA, MAY)).expectEvents(DELETED);
    }

    @Test
    void is_deleted_once_however_often_that_is_wished() {
        contact.given(CREATED, DELETED)
                .when(new DeleteContact(ACCOUNT, ANNA, MAY))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void is_restored() {
        contact.given(CREATED, DELETED)
                .when(new RestoreContact(ACCOUNT, ANNA, MAY))
                .expectEvents(new ContactRestored(ANNA, MAY))
                .expectResultMessagePayload(true);
    }

    @Test
    void need_not_be_restored_when_living() {
        contact.given(CREATED)
                .when(new RestoreContact(ACCOUNT, ANNA, MAY))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test // D-6
    void is_not_restored_when_erased() {
        contact.given(CREATED, ERASED)
                .when(new RestoreContact(ACCOUNT, ANNA, MAY))
                .expectException(Refusal.Conflict.class);
    }

    @Test
    void is_erased() {
        contact.given(CREATED, DELETED)
                .when(new EraseContact(ACCOUNT, ANNA, MAY))
                .expectEvents(ERASED);
    }

    @Test
    void is_erased_once_however_often_that_is_wished() {
        contact.given(CREATED, ERASED)
                .when(new EraseContact(ACCOUNT, ANNA, MAY))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void tells_how_it_stands() {
        contact.given(
                        new ContactDiscovered(ANNA, SEALED, MAY),
                        new ContactChanged(ANNA, null, null, NEWER, MAY),
                        new ContactsMerged(ANNA, BEN, MAY),
                        DELETED,
                        new ContactRestored(ANNA, MAY))
                .when(new AskStanding(ACCOUNT, ANNA))
                .expectResultMessagePayload(new Standing(Status.LIVING, Set.of(BEN), List.of(SEALED, NEWER)));
    }

    @Test
    void cannot_be_deleted_before_it_is_known() {
        contact.givenNoPriorActivity()
                .when(new DeleteContact(ACCOUNT, ANNA, MAY))
                .expectException(Refusal.Unknown.class)
                .expectExceptionMessage("there is no contact anna in this account");
    }
}
