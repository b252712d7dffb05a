package tributary.query.live;

import java.time.Instant;
import java.util.Optional;
import tributary.attribution.judge.DealPeople;
import tributary.attribution.judge.Premises;
import tributary.attribution.rules.RuleSet;
import tributary.events.AccountId;
import tributary.query.figures.Figures;
import tributary.query.journey.AccountJourneys;

/// What a report sees of a ledger while it holds still.
record LedgerView(
        AccountId account,
        long position,
        Optional<Instant> asOf,
        boolean stale,
        AccountJourneys journeys,
        JudgedFigures judged)
        implements AccountView {
    @Override
    public RuleSet ruleSet() {
        return judged.rules();
    }

    @Override
    public Figures figures() {
        return judged.figures();
    }

    @Override
    public Premises premises() {
        return judged.premises();
    }

    @Override
    public DealPeople dealPeople() {
        return new Judges(journeys, judged.premises(), judged.figures());
    }
}
