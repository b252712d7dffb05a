package tributary.command.contact;

import java.time.Instant;
import java.util.Map;
import tributary.command.contact.ContactCommand.DiscoverContact;
import tributary.command.line.Desk;
import tributary.command.line.Line;
import tributary.command.line.Wrong;
import tributary.events.ContactId;
import tributary.events.Refusal;

/// Finds the contact that a line means, by id or by address.
public final class People {
    /// Under this name the address stands among a contact's personal data.
    public static final String ADDRESS = "email";

    private static final String BY_ADDRESS = "email:";

    private People() {}

    /// The contact of a field that must be there.
    public static ContactId needed(Line line, String field, Desk desk) {
        var named = line.text(field, Integer.MAX_VALUE)
                .orElseThrow(() -> Wrong.missing(line.name(field), "a contact's id, or email:ADDRESS"));
        return named(line.name(field), named, desk);
    }

    /// The contact that an id, or `email:ADDRESS`, means: deleted and erased ones too (D-7), and the survivor where
    /// contacts were merged (D-5).
    ///
    /// @throws Refusal if there is none
    public static ContactId named(String field, String named, Desk desk) {
        if (named.startsWith(BY_ADDRESS)) {
            var address = Line.checkedAddress(field, named.substring(BY_ADDRESS.length()));
            return desk.identities().holder(desk.account(), address).orElseThrow(() -> nobodyHolds(field));
        }
        var contact = new ContactId(Line.checkedId(field, named));
        if (!desk.identities().exists(desk.account(), contact)) throw new Refusal.Unknown("contact", named);
        return desk.identities().survivor(desk.account(), contact);
    }

    private static Refusal nobodyHolds(String field) {
        return new Refusal.Invalid(
                        "unknown-contact",
                        "There is no such contact",
                        field + " names an address that no living contact of this account holds")
                .with("field", field);
    }

    /// The living contact that holds an address; if there is none, one is made (D-1).
    ///
    /// @param at when the act was that carried the address
    public static ContactId holding(String address, Instant at, Desk desk) {
        var holder = desk.identities().holder(desk.account(), address);
        return holder.isPresent() ? holder.get() : discovered(address, at, desk);
    }

    private static ContactId discovered(String address, Instant at, Desk desk) {
        var contact = desk.identities().mint(desk.account());
        desk.identities().register(desk.account(), contact);
        desk.identities().hold(desk.account(), address, contact);
        var personal = desk.vault().seal(desk.account(), contact, Map.of(ADDRESS, address));
        desk.send(new DiscoverContact(desk.account(), contact, personal, at));
        return contact;
    }
}
