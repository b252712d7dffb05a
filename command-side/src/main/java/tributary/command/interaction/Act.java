package tributary.command.interaction;

import java.time.Instant;
import tributary.command.contact.People;
import tributary.command.line.Desk;
import tributary.command.line.Parsed;
import tributary.events.Asset;
import tributary.events.Bot;
import tributary.events.ContactId;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.Origin;

/// An interaction as it was read: whoever acted is still named as the sender did. Everything but `at` and `kind` may
/// be absent (`null`), but one of `visitor`, `contact` and `address` is there.
///
/// @param byAddress whether a sender who names a contact's id knew an address of it, as acts of an export did (D-1)
/// @param contact an id, or `email:ADDRESS`; it decides where there is an address too
public record Act(
        String id,
        Instant at,
        InteractionKind kind,
        String visitor,
        String contact,
        String address,
        Asset asset,
        Asset page,
        String url,
        String referrer,
        String keyword,
        Origin origin,
        Bot bot,
        String title,
        boolean byAddress)
        implements Parsed {

    /// The interaction to be recorded: with the contact that was meant, who is made if an address is new (D-1).
    ///
    /// @throws tributary.events.Refusal if a contact is named that the account does not have
    public Interaction by(Desk desk) {
        if (contact != null) return of(People.named("contact", contact, desk), byAddress);
        if (address != null) return of(People.holding(address, at, desk), true);
        return of(null, false);
    }

    private Interaction of(ContactId actor, boolean byAddress) {
        return new Interaction(
                at, kind, visitor, actor, byAddress, asset, page, url, referrer, keyword, origin, bot, title, id);
    }
}
