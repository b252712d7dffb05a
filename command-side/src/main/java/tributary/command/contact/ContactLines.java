package tributary.command.contact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
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
import tributary.command.line.Desk;
import tributary.command.line.Line;
import tributary.command.line.LineTypes;
import tributary.command.line.Wrong;
import tributary.events.ContactEvent.Source;
import tributary.events.ContactId;
import tributary.events.Refusal;
import tributary.events.Sealed;

/// The lines about contacts and their browsers (api.md section 3).
public final class ContactLines implements LineTypes {
    public static final int LONGEST_VISITOR = 100;
    private static final int LONGEST_STAGE = 100;
    private static final int MOST_PROPERTIES = 500;
    private static final int LONGEST_PROPERTY_NAME = 100;
    private static final int LONGEST_TEXT = 65_536;

    /// Properties that are fields of their own, by the field.
    private static final Map<String, String> FIELDS = Map.of("email", "email", "lifecyclestage", "lifecycleStage");

    @Override
    public Class<?> aggregate() {
        return Contact.class;
    }

    @Override
    public Map<String, BiConsumer<Line, Desk>> byType() {
        return Map.of(
                "visitor.identify", this::identify,
                "contact.create", this::create,
                "contact.change", this::change,
                "contact.merge", this::merge,
                "contact.delete", this::delete,
                "contact.restore", this::restore,
                "contact.erase", this::erase);
    }

    private void identify(Line line, Desk desk) {
        var visitor = line.text("visitor", LONGEST_VISITOR)
                .orElseThrow(() -> Wrong.missing("visitor", "the token of a browser"));
        var address = line.address("email");
        if (line.text("contact", Integer.MAX_VALUE).isPresent())
            desk.send(new IdentifyVisitor(
                    desk.account(),
                    People.needed(line, "contact", desk),
                    visitor,
                    line.flag("byAddress").orElse(false),
                    line.at()));
        else {
            var held = address.orElseThrow(() -> Wrong.missing("contact", "a contact's id, or an email"));
            var contact = People.holding(held, line.at(), desk);
            desk.send(new IdentifyVisitor(desk.account(), contact, visitor, true, line.at()));
        }
    }

    private void create(Line line, Desk desk) {
        var contact = new ContactId(line.neededId("contact"));
        if (contact.value().startsWith("email:"))
            throw Wrong.value("contact", contact.value(), "an id that does not begin with email:");
        var personal = personal(line);
        personal.values().removeIf(String::isEmpty);
        var address = Optional.ofNullable(personal.get(People.ADDRESS));
        if (desk.identities().exists(desk.account(), contact)) throw Contact.exists(contact);
        address.ifPresent(wanted -> makeFree(wanted, contact, line, desk));
        desk.identities().register(desk.account(), contact);
        address.ifPresent(held -> desk.identities().hold(desk.account(), held, contact));
        if (line.flag("discovered").orElse(false))
            desk.send(new DiscoverContact(desk.account(), contact, sealed(personal, contact, desk), line.at()));
        else
            desk.send(new CreateContact(
                    desk.account(),
                    contact,
                    line.oneOf("source", Source.class).orElse(Source.IMPORT),
                    address.isPresent(),
                    line.text("lifecycleStage", LONGEST_STAGE).orElse(null),
                    sealed(personal, contact, desk),
                    line.at()));
    }

    private void change(Line line, Desk desk) {
        var contact = People.needed(line, "contact", desk);
        var personal = personal(line);
        Standing standing = desk.send(new AskStanding(desk.account(), contact));
        if (standing.status() == Status.ERASED) throw Contact.erased(contact);
        if (personal.containsKey(People.ADDRESS))
            changeAddress(contact, standing, personal.get(People.ADDRESS), line, desk);
        desk.send(new ChangeContact(
                desk.account(),
                contact,
                line.oneOf("source", Source.class).orElse(null),
                line.clears("lifecycleStage")
                        ? ""
                        : line.text("lifecycleStage", LONGEST_STAGE).orElse(null),
                sealed(personal, contact, desk),
                line.at()));
    }

    /// The new address takes the place of the one the contact was known by; addresses that came by merging stay. A
    /// deleted contact holds none: it takes the new one when it is restored.
    private static void changeAddress(ContactId contact, Standing standing, String address, Line line, Desk desk) {
        if (!address.isEmpty()) makeFree(address, contact, line, desk);
        var identities = desk.identities();
        presentAddress(contact, standing, desk)
                .filter(old -> identities.holder(desk.account(), old).equals(Optional.of(contact)))
                .ifPresent(old -> identities.release(desk.account(), old));
        if (address.isEmpty()) return;
        identities.hold(desk.account(), address, contact);
        if (standing.status() == Status.DELETED) identities.releaseAll(desk.account(), contact);
    }

    private static Optional<String> presentAddress(ContactId contact, Standing standing, Desk desk) {
        for (var sealed : standing.personal().reversed()) {
            var address =
                    desk.vault().open(desk.account(), contact, sealed).map(personal -> personal.get(People.ADDRESS));
            if (address.isPresent()) return address.filter(held -> !held.isEmpty());
        }
        return Optional.empty();
    }

    /// A line of an export knows that its contact got the address: that another one seems to hold it can only be
    /// because a third, of whom nothing is known any more, had it in between.
    private static void makeFree(String address, ContactId contact, Line line, Desk desk) {
        if (line.flag("takesAddress").orElse(false)) {
            var holder = desk.identities().holder(desk.account(), address);
            if (holder.isPresent() && !holder.get().equals(contact))
                desk.identities().release(desk.account(), address);
        } else refuseIfAnotherHolds(address, contact, desk);
    }

    private static void refuseIfAnotherHolds(String address, ContactId contact, Desk desk) {
        var holder = desk.identities().holder(desk.account(), address);
        if (holder.isPresent() && !holder.get().equals(contact))
            throw new Refusal.Conflict(
                            "address-held",
                            "Another contact holds the address",
                            "email is held by contact " + holder.get() + "; expected an address that is free, or "
                                    + "contact.merge")
                    .with("contact", holder.get().value());
    }

    private void merge(Line line, Desk desk) {
        var primary = People.needed(line, "primary", desk);
        var merged = People.needed(line, "merged", desk);
        Standing standing = desk.send(new AskStanding(desk.account(), merged));
        if (standing.status() == Status.ERASED) throw Contact.erased(merged);
        desk.send(new MergeContacts(desk.account(), primary, merged, line.at()));
        desk.identities().merged(desk.account(), primary, merged);
        Standing survivor = desk.send(new AskStanding(desk.account(), primary));
        if (survivor.status() == Status.DELETED) desk.identities().releaseAll(desk.account(), primary);
    }

    private void delete(Line line, Desk desk) {
        var contact = People.needed(line, "contact", desk);
        desk.send(new DeleteContact(desk.account(), contact, line.at()));
        desk.identities().releaseAll(desk.account(), contact);
    }

    private void restore(Line line, Desk desk) {
        var contact = People.needed(line, "contact", desk);
        boolean wasDeleted = desk.send(new RestoreContact(desk.account(), contact, line.at()));
        if (wasDeleted) desk.identities().reclaimAll(desk.account(), contact);
    }

    private void erase(Line line, Desk desk) {
        var contact = People.needed(line, "contact", desk);
        forgetWithAbsorbed(contact, desk);
        desk.send(new EraseContact(desk.account(), contact, line.at()));
        desk.identities().forgetAll(desk.account(), contact);
    }

    /// What was sealed of the contacts that were merged into this one is its own by now.
    private static void forgetWithAbsorbed(ContactId contact, Desk desk) {
        Standing standing = desk.send(new AskStanding(desk.account(), contact));
        standing.absorbed().forEach(absorbed -> forgetWithAbsorbed(absorbed, desk));
        desk.vault().forget(desk.account(), contact);
    }

    /// Address and free properties; what is cleared is empty.
    private static Map<String, String> personal(Line line) {
        var personal =
                new LinkedHashMap<>(line.texts("properties", MOST_PROPERTIES, LONGEST_PROPERTY_NAME, LONGEST_TEXT));
        for (var name : personal.keySet())
            if (FIELDS.containsKey(name))
                throw Wrong.hidden("properties." + name, "is a field of the line", "it as " + FIELDS.get(name));
        if (line.says("email"))
            personal.put(People.ADDRESS, line.address("email").orElse(""));
        return personal;
    }

    private static Sealed sealed(Map<String, String> personal, ContactId contact, Desk desk) {
        return personal.isEmpty() ? null : desk.vault().seal(desk.account(), contact, personal);
    }
}
