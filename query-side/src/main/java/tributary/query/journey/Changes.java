package tributary.query.journey;

import java.util.function.IntConsumer;

/// What must be judged anew since it was last asked for ([AccountJourneys#drain]).
public final class Changes {
    private final boolean everything;
    private final boolean premises;
    private final int[] persons;
    private final int[] deals;

    Changes(boolean everything, boolean premises, int[] persons, int[] deals) {
        this.everything = everything;
        this.premises = premises;
        this.persons = persons;
        this.deals = deals;
    }

    /// Whether all persons and deals must be judged; then the lists are empty.
    public boolean everything() {
        return everything;
    }

    /// Whether settings or catalog are others than before, so that judges must be made anew.
    public boolean premises() {
        return premises;
    }

    /// Numbers of the persons whose journeys changed, each once, ascending; some of them may be nobody by now.
    public void persons(IntConsumer out) {
        for (var person : persons) out.accept(person);
    }

    /// Numbers of the deals that changed, and of the deals of those persons; each once, ascending. Deals are judged
    /// after persons.
    public void deals(IntConsumer out) {
        for (var deal : deals) out.accept(deal);
    }

    public boolean isEmpty() {
        return !everything && !premises && persons.length == 0 && deals.length == 0;
    }
}
