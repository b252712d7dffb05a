package tributary.query.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tributary.attribution.journey.Deal;
import tributary.attribution.journey.Strand;
import tributary.attribution.journey.Touches;
import tributary.events.Bot;
import tributary.events.ContactEvent;
import tributary.events.ContactId;
import tributary.events.DealEvent;
import tributary.events.DealId;
import tributary.events.Fact;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.InteractionsRecorded;

/// Tells facts in few words, each recorded after those before, and asks the journeys about them. Times are minutes.
final class Story {
    private final Told told = new Told();
    private final AccountJourneys journeys = new AccountJourneys(Told.ACCOUNT, told);
    private int acts;

    static Instant minute(int minute) {
        return Instant.parse("2023-04-01T00:00:00Z").plusSeconds(60L * minute);
    }

    static long micros(int minute) {
        return Micros.of(minute(minute));
    }

    Story fact(Fact fact) {
        journeys.apply(told.tell(fact));
        return this;
    }

    Story created(String contact, int minute) {
        return fact(new ContactEvent.ContactCreated(
                new ContactId(contact), ContactEvent.Source.IMPORT, true, null, null, minute(minute)));
    }

    Story identified(String visitor, String contact, int minute) {
        return fact(new ContactEvent.VisitorIdentified(new ContactId(contact), visitor, false, minute(minute)));
    }

    Story identifiedByAddress(String visitor, String contact, int minute) {
        return fact(new ContactEvent.VisitorIdentified(new ContactId(contact), visitor, true, minute(minute)));
    }

    Story merged(String primary, String merged, int minute) {
        return fact(new ContactEvent.ContactsMerged(new ContactId(primary), new ContactId(merged), minute(minute)));
    }

    Story view(String visitor, int minute) {
        return act(minute, InteractionKind.PAGE_VIEW, visitor, null, false, null, null);
    }

    Story submission(String visitor, String contact, int minute) {
        return act(minute, InteractionKind.FORM_SUBMISSION, visitor, contact, true, null, null);
    }

    Story act(
            int minute, InteractionKind kind, String visitor, String contact, boolean byAddress, Bot bot, String line) {
        return act(new Interaction(
                minute(minute),
                kind,
                visitor,
                contact == null ? null : new ContactId(contact),
                byAddress,
                null,
                null,
                null,
                null,
                null,
                null,
                bot,
                null,
                line == null ? "act-" + ++acts : line));
    }

    Story act(Interaction act) {
        return fact(new InteractionsRecorded(Told.ACCOUNT, "key", List.of(act)));
    }

    Story deal(String deal, int minute, Map<String, String> properties, String... contacts) {
        return fact(new DealEvent.DealCreated(
                new DealId(deal),
                properties,
                List.of(contacts).stream().map(ContactId::new).toList(),
                minute(minute)));
    }

    Story changed(String deal, int minute, Map<String, String> properties) {
        return fact(new DealEvent.DealChanged(new DealId(deal), properties, minute(minute)));
    }

    Story associated(String deal, String contact, int minute) {
        return fact(new DealEvent.DealAssociated(new DealId(deal), new ContactId(contact), minute(minute)));
    }

    Story dissociated(String deal, String contact, int minute) {
        return fact(new DealEvent.DealDissociated(new DealId(deal), new ContactId(contact), minute(minute)));
    }

    AccountJourneys journeys() {
        journeys.drain();
        return journeys;
    }

    /// What changed since it was last asked for.
    Changes unaskedChanges() {
        return journeys.drain();
    }

    People person(String contact) {
        var people = journeys().cursor();
        people.person(journeys.personOf(journeys.findContact(contact).orElseThrow()));
        return people;
    }

    Deal deal(String deal) {
        return journeys().deal(journeys.findDeal(deal).orElseThrow());
    }

    /// The line ids of all acts that belong to a contact, strand by strand.
    List<String> actsOf(String contact) {
        var person = person(contact);
        var found = new ArrayList<String>();
        var strand = new Strand();
        for (var i = 0; i < person.strands(); i++) {
            person.strand(i, strand);
            var touches = strand.touches();
            for (var row = strand.from(); row < strand.to(); row++) {
                var named = touches.contact(row);
                if (!person.is(named != Touches.NONE ? named : strand.owner(touches.at(row)))) continue;
                found.add(told.interaction(touches.position(row), touches.line(row))
                        .line());
            }
        }
        return found;
    }

    /// Line id of the act that created a contact.
    String creatingAct(String contact) {
        var creation = person(contact).creation();
        return told.interaction(creation.position(), creation.line()).line();
    }
}
