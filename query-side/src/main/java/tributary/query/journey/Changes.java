package tributary.query.journey;

import java.util.function.IntConsumer;
import tributary.attribution.rules.RuleSet;

/// What must be judged anew since it was last asked for ([AccountJourneys#drain]).
public final class Changes {
    static final Changes EVERYTHING = new Changes(true, true, new int[0], new int[0]);

    private final boolean everything;
    private final boolean premises;
    private final int[] persons;
    private final int[] deals;
    private final Changes forgetting;

    private Changes(boolean everything, boolean premises, int[] persons, int[] deals) {
        this.everything = everything;
        this.premises = premises;
        this.persons = persons;
        this.deals = deals;
        this.forgetting = this;
    }

    private Changes(int[] persons, int[] deals, Changes forgetting) {
        this.everything = false;
        this.premises = forgetting.premises;
        this.persons = persons;
        this.deals = deals;
        this.forgetting = forgetting;
    }

    static Changes of(boolean premises, int[] persons, int[] deals) {
        return new Changes(false, premises, persons, deals);
    }

    /// These changes, and those that rules see by which the end of an association takes back what it counted.
    Changes withForgetting(int[] morePersons, int[] moreDeals) {
        return new Changes(persons, deals, of(premises, morePersons, moreDeals));
    }

    /// What must be judged anew under a rule set; without one, under rules by which what was counted stays (MATCH-6).
    public Changes under(RuleSet rules) {
        return rules.removedAssetsKeepCounting() ? this : forgetting;
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
        return !everything
                && !premises
                && persons.length == 0
                && deals.length == 0
                && (forgetting == this || forgetting.isEmpty());
    }
}
