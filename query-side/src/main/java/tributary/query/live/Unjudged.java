package tributary.query.live;

import tributary.query.journey.AccountJourneys;
import tributary.query.journey.Changes;

/// What must be judged anew: some persons and deals, or everything; or nothing, but by other premises from now on.
final class Unjudged {
    /// When more than one in so many persons changed, judging all together is quicker.
    private static final int MANY = 4;

    private final Numbers persons = new Numbers();
    private final Numbers deals = new Numbers();
    private boolean everything;
    private boolean premises;

    void add(Changes changes) {
        everything |= changes.everything();
        premises |= changes.premises();
        changes.persons(persons::add);
        changes.deals(deals::add);
    }

    boolean isEmpty() {
        return !everything && !premises && persons.size() == 0 && deals.size() == 0;
    }

    /// Whether everything had better be judged.
    boolean isMost(AccountJourneys journeys) {
        return everything || persons.size() > journeys.people() / MANY + 100;
    }

    Numbers persons() {
        return persons;
    }

    Numbers deals() {
        return deals;
    }

    void clear() {
        everything = false;
        premises = false;
        persons.clear();
        deals.clear();
    }
}
