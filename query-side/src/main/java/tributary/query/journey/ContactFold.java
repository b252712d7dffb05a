package tributary.query.journey;

import tributary.attribution.Doubt;
import tributary.attribution.Kind;
import tributary.attribution.journey.Person.Creation;
import tributary.attribution.journey.Person.Creation.By;
import tributary.attribution.journey.Touches;
import tributary.events.ContactEvent;
import tributary.query.directory.ContactEntry.Status;

/// Folds what is said about contacts: creations, identifications, merges, and how they stand.
final class ContactFold {
    private final Contacts contacts;
    private final Acts acts;
    private final Meetings meetings;
    private final Deals deals;
    private final Marks marks;

    ContactFold(Contacts contacts, Acts acts, Meetings meetings, Deals deals, Marks marks) {
        this.contacts = contacts;
        this.acts = acts;
        this.meetings = meetings;
        this.deals = deals;
        this.marks = marks;
    }

    void fold(ContactEvent event, int position) {
        var at = Micros.of(event.at());
        var contact = contacts.number(event.contact().value());
        var standings = contacts.standings();
        switch (event) {
            case ContactEvent.ContactCreated created -> {
                create(contact, at, By.STATEMENT, Touches.NONE, position);
                standings.comesFrom(contact, created.source(), at);
                standings.isIn(contact, created.lifecycleStage(), at);
            }
            // The act recorded beside it wins (D-1); this holds where only facts up to this one are folded.
            case ContactEvent.ContactDiscovered _ -> create(contact, at, By.STATEMENT, Touches.NONE, position);
            case ContactEvent.ContactChanged changed -> {
                standings.comesFrom(contact, changed.source(), at);
                standings.isIn(contact, changed.lifecycleStage(), at);
            }
            case ContactEvent.VisitorIdentified identified -> identify(contact, identified, at, position);
            case ContactEvent.ContactsMerged merged ->
                merge(contact, contacts.number(merged.merged().value()), position);
            case ContactEvent.ContactDeleted _ -> standings.stands(contact, Status.DELETED, at);
            case ContactEvent.ContactRestored _ -> standings.stands(contact, Status.LIVING, at);
            case ContactEvent.ContactErased _ -> standings.stands(contact, Status.ERASED, at);
        }
    }

    private void identify(int contact, ContactEvent.VisitorIdentified identified, long at, int position) {
        var strand = acts.browser(identified.visitor());
        meetings.stated(strand, at, contact, position);
        if (identified.byAddress()) create(contact, at, By.IDENTIFICATION, strand, position);
    }

    private void create(int contact, long at, By by, int strand, int position) {
        contacts.create(contact, new Creation(at, by, Kind.OTHER, strand, position, 0, Doubt.NONE.ordinal()));
        marks.person(contacts.personOf(contact));
    }

    private void merge(int primary, int merged, int position) {
        var gone = contacts.merge(primary, merged, position);
        if (gone == Touches.NONE) return;
        marks.person(contacts.ownPerson(gone));
        marks.person(contacts.personOf(gone));
        for (var strand : contacts.strandsOf().all(gone)) marks.strand(strand);
        for (var deal : contacts.dealsOf(gone)) deals.changed(deals.survivor(deal));
    }
}
