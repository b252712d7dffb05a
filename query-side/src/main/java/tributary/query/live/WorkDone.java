package tributary.query.live;

import java.util.concurrent.atomic.LongAdder;

/// How much was folded and judged since the process began, for those who watch it.
final class WorkDone {
    private final LongAdder facts = new LongAdder();
    private final LongAdder interactions = new LongAdder();
    private final LongAdder persons = new LongAdder();
    private final LongAdder deals = new LongAdder();

    /// A fact was folded that holds so many interactions.
    void folded(int interactionsOfIt) {
        facts.increment();
        interactions.add(interactionsOfIt);
    }

    void judged(int personsOfIt, int dealsOfIt) {
        persons.add(personsOfIt);
        deals.add(dealsOfIt);
    }

    long facts() {
        return facts.sum();
    }

    long interactions() {
        return interactions.sum();
    }

    long persons() {
        return persons.sum();
    }

    long deals() {
        return deals.sum();
    }
}
