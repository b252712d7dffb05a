package tributary.attribution.judge;

import tributary.attribution.journey.Person;

/// The contact of a deal that was created first; of one instant by the order of D-1, then the smaller id (D-46).
final class OldestContact {
    private int contact;
    private Person.Creation creation;

    void begin() {
        creation = null;
    }

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
        var byKind = isAct(created) ? created.kind().compareTo(creation.kind()) : 0;
        return byKind != 0 ? byKind : people.compareIds(candidate, contact);
    }

    private static boolean isAct(Person.Creation created) {
        return created.by() == Person.Creation.By.SUBMISSION || created.by() == Person.Creation.By.OTHER_ACT;
    }

    int contact() {
        return contact;
    }

    /// Of that contact, or `null` for a deal without contacts.
    Person.Creation creation() {
        return creation;
    }
}
