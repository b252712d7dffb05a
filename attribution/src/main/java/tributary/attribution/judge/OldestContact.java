package tributary.attribution.judge;

import tributary.attribution.journey.Person;
import tributary.attribution.journey.Strand;
import tributary.attribution.journey.TouchOrder;
import tributary.attribution.journey.Touches;

/// The contact of a deal that was created first; of one instant by the order of D-1, then the smaller id (D-46).
final class OldestContact {
    private final TouchOrder order;
    private final Strand strand = new Strand();
    private int contact;
    private Person.Creation creation;

    /// @param order in which the acts stand that created two contacts at one instant (D-10)
    OldestContact(TouchOrder order) {
        this.order = order;
    }

    void begin() {
        creation = null;
    }

    /// May move the cursors of `people`.
    void consider(int candidate, Person.Creation created, DealPeople people) {
        if (creation != null && compare(candidate, created, people) >= 0) return;
        contact = candidate;
        creation = created;
    }

    private int compare(int candidate, Person.Creation created, DealPeople people) {
        var byTime = Long.compare(created.atMicros(), creation.atMicros());
        if (byTime != 0) return byTime;
        var byWay = created.by().compareTo(creation.by());
        if (byWay != 0) return byWay;
        var byAct = isAct(created) ? compareActs(candidate, created, people) : 0;
        return byAct != 0 ? byAct : people.compareIds(candidate, contact);
    }

    private static boolean isAct(Person.Creation created) {
        return created.by() == Person.Creation.By.SUBMISSION || created.by() == Person.Creation.By.OTHER_ACT;
    }

    private int compareActs(int candidate, Person.Creation created, DealPeople people) {
        var byKind = created.kind().compareTo(creation.kind());
        if (byKind != 0) return byKind;
        var row = find(candidate, created, people);
        var touches = strand.touches();
        var oldestRow = find(contact, creation, people);
        return row < 0 || oldestRow < 0 ? 0 : order.compare(touches, row, strand.touches(), oldestRow);
    }

    /// The row of the act that created a contact; the strand then points to where it lies.
    private int find(int contact, Person.Creation creation, DealPeople people) {
        var person = people.person(contact);
        for (var index = 0; index < person.strands(); index++) {
            person.strand(index, strand);
            for (var row = strand.from(); row < strand.to(); row++)
                if (isCreating(strand.touches(), row, creation)) return row;
        }
        return Touches.NONE;
    }

    private static boolean isCreating(Touches touches, int row, Person.Creation creation) {
        return touches.position(row) == creation.position() && touches.line(row) == creation.line();
    }

    int contact() {
        return contact;
    }

    /// Of that contact, or `null` for a deal without contacts.
    Person.Creation creation() {
        return creation;
    }
}
