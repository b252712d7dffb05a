package tributary.events;

import java.time.Instant;

/// What can happen to a contact. Addresses, names and free properties are sealed; an address is known to folding
/// only as the fact that there was one.
public sealed interface ContactEvent extends Fact {
    ContactId contact();

    /// Someone said so (`contact.create`). Whether this or an earlier act is the creation that counts is judged
    /// (D-1).
    ///
    /// @param personal address and free properties, or `null`
    record ContactCreated(
            ContactId contact, Source source, boolean withAddress, String lifecycleStage, Sealed personal, Instant at)
            implements ContactEvent {
        public ContactCreated {
            Blank.refuseMissing(contact, "contact");
            Blank.refuseMissing(source, "source");
        }
    }

    /// An act carried an address that nobody held: from here on this contact, with an id minted here, holds it. The
    /// act itself is recorded beside this fact and is the creation (D-1); `at` is the act's.
    record ContactDiscovered(ContactId contact, Sealed personal, Instant at) implements ContactEvent {
        public ContactDiscovered {
            Blank.refuseMissing(contact, "contact");
        }
    }

    /// What is not said (`null`) stays; an empty lifecycle stage clears it. In `personal` an empty value clears a
    /// property.
    record ContactChanged(ContactId contact, Source source, String lifecycleStage, Sealed personal, Instant at)
            implements ContactEvent {
        public ContactChanged {
            Blank.refuseMissing(contact, "contact");
        }
    }

    /// From `at` on the browser is this contact's; the first identification also holds backwards.
    ///
    /// @param byAddress whether the sender named the contact by an address: then this can be the contact's creation
    /// (D-1)
    record VisitorIdentified(ContactId contact, String visitor, boolean byAddress, Instant at) implements ContactEvent {
        public VisitorIdentified {
            Blank.refuseMissing(contact, "contact");
            Blank.refuse(visitor, "visitor");
        }
    }

    /// `merged` is `contact` from here on, and for all of time (D-5).
    record ContactsMerged(ContactId contact, ContactId merged, Instant at) implements ContactEvent {
        public ContactsMerged {
            Blank.refuseMissing(contact, "contact");
            Blank.refuseMissing(merged, "merged contact");
        }
    }

    record ContactDeleted(ContactId contact, Instant at) implements ContactEvent {}

    record ContactRestored(ContactId contact, Instant at) implements ContactEvent {}

    /// A delete for good: the contact's key is gone, what was sealed is unreadable.
    record ContactErased(ContactId contact, Instant at) implements ContactEvent {}

    /// How a contact came to be, when no act in the browser created it.
    enum Source {
        IMPORT,
        API,
        INTEGRATION,
        MANUAL
    }
}
