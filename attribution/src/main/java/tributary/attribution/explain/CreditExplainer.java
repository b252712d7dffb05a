package tributary.attribution.explain;

import tributary.attribution.journey.Deal;
import tributary.attribution.judge.DealPeople;
import tributary.attribution.judge.Premises;

/// Tells how a deal's amount is credited, by the same paths and splits as the judge's.
public final class CreditExplainer {
    private final Premises premises;

    public CreditExplainer(Premises premises) {
        this.premises = premises;
    }

    /// @param model place in the rule set's models
    public DealCredit explain(Deal deal, DealPeople people, int model) {
        throw new UnsupportedOperationException(premises + " " + deal + people + model);
    }
}
