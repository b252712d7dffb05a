package tributary.command.contact;

import java.time.Instant;
import tributary.command.line.Command;
import tributary.events.AccountId;
import tributary.events.ContactEvent.Source;
import tributary.events.ContactId;
import tributary.events.Sealed;

/// What someone can want of a contact. Which contact an address means is found out before (D-1), and personal data
/// is sealed before.
sealed interface ContactCommand extends Command {
    ContactId contact();

    @Override
    default String target() {
        return account() + "/contact/" + contact();
    }

    record CreateContact(
            AccountId account,
            ContactId contact,
            Source source,
            boolean withAddress,
            String lifecycleStage,
            Sealed personal,
            Instant at)
            implements ContactCommand {}

    /// An act carried an address that nobody holds; `contact` was minted for it.
    record DiscoverContact(AccountId account, ContactId contact, Sealed personal, Instant at)
            implements ContactCommand {}

    record ChangeContact(
            AccountId account, ContactId contact, Source source, String lifecycleStage, Sealed personal, Instant at)
            implements ContactCommand {}

    record IdentifyVisitor(AccountId account, ContactId contact, String visitor, boolean byAddress, Instant at)
            implements ContactCommand {}

    record MergeContacts(AccountId account, ContactId contact, ContactId merged, Instant at)
            implements ContactCommand {}

    record DeleteContact(AccountId account, ContactId contact, Instant at) implements ContactCommand {}

    /// Answered with whether the contact was deleted until now.
    record RestoreContact(AccountId account, ContactId contact, Instant at) implements ContactCommand {}

    record EraseContact(AccountId account, ContactId contact, Instant at) implements ContactCommand {}

    /// A question: how does the contact stand? Answered with a [Standing].
    record AskStanding(AccountId account, ContactId contact) implements ContactCommand {}
}
