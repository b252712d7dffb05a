package tributary.attribution.explain;

import java.util.List;
import tributary.attribution.journey.Deal;
import tributary.attribution.journey.Person;
import tributary.attribution.judge.Premises;

/// Answers why a contact counts or does not, by asking the judge's own tables about each of its acts.
public final class WhyExplainer {
    private final Premises premises;

    public WhyExplainer(Premises premises) {
        this.premises = premises;
    }

    /// @param deals the contact's deals: those it is or was associated with
    public Why explain(Person contact, int campaign, List<Deal> deals) {
        throw new UnsupportedOperationException(premises + " " + contact + campaign + deals);
    }
}
