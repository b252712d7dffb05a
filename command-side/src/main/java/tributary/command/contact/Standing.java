package tributary.command.contact;

import java.util.List;
import java.util.Set;
import tributary.events.ContactId;
import tributary.events.Sealed;

/// How a contact stands at present.
///
/// @param absorbed contacts merged into this one
/// @param personal what was sealed of it, oldest first
record Standing(Status status, Set<ContactId> absorbed, List<Sealed> personal) {
    enum Status {
        LIVING,
        DELETED,
        ERASED
    }

    Standing {
        absorbed = Set.copyOf(absorbed);
        personal = List.copyOf(personal);
    }
}
