package tributary.query.journey;

/// What facts touched since it was last asked for: strands, persons, deals.
final class Marks {
    private boolean everything = true;
    private boolean allDeals;
    private final Numbers strands = new Numbers();
    private final Numbers forgettingStrands = new Numbers();
    private final Numbers persons = new Numbers();
    private final Numbers deals = new Numbers();

    /// From here on nothing else need be remembered.
    void everything() {
        clear();
        everything = true;
    }

    boolean isEverything() {
        return everything;
    }

    void clear() {
        everything = false;
        allDeals = false;
        strands.clear();
        forgettingStrands.clear();
        persons.clear();
        deals.clear();
    }

    void strand(int strand) {
        if (!everything) strands.add(strand);
    }

    void person(int person) {
        if (!everything) persons.add(person);
    }

    void deal(int deal) {
        if (!everything) deals.add(deal);
    }

    /// What deals depend on changed: those that are others now must be found.
    void allDeals() {
        allDeals = true;
    }

    /// As [#strand], but only for rules by which the end of an association takes back what it counted.
    void forgettingStrand(int strand) {
        if (!everything) forgettingStrands.add(strand);
    }

    boolean hasStrand(int strand) {
        return strands.has(strand);
    }

    Numbers strands() {
        return strands;
    }

    Numbers forgettingStrands() {
        return forgettingStrands;
    }

    Numbers persons() {
        return persons;
    }

    Numbers deals() {
        return deals;
    }

    boolean areAllDeals() {
        return allDeals;
    }
}
