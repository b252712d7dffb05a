package tributary.attribution.judge;

import tributary.attribution.journey.Deal;

/// Judges deals, one at a time, under all models of the rule set. Reusable; one per thread.
public final class DealJudge {
    private final Premises premises;

    public DealJudge(Premises premises) {
        this.premises = premises;
    }

    /// Tells everything found about this deal.
    ///
    /// @param people where its contacts' touches are
    /// @param contacts what was found about its contacts before
    public void judge(Deal deal, DealPeople people, ContactFindings contacts, DealFindings out) {
        throw new UnsupportedOperationException(premises + " " + deal + people + contacts + out);
    }
}
