package tributary.query.live;

import java.time.Instant;
import java.util.Optional;
import tributary.attribution.journey.Catalog;
import tributary.attribution.journey.Settings;
import tributary.attribution.judge.DealPeople;
import tributary.attribution.judge.Premises;
import tributary.attribution.rules.RuleSet;
import tributary.events.AccountId;
import tributary.query.directory.Directory;
import tributary.query.figures.Figures;
import tributary.query.journey.AccountJourneys;

/// What a report sees: one account at one position, under one rule set. Good only within the function that
/// [ReportDesk] gave it to: facts wait meanwhile.
public interface AccountView {
    AccountId account();

    /// Every fact of this account up to here is included.
    long position();

    /// Whether only facts recorded up to an instant are included.
    Optional<Instant> asOf();

    RuleSet ruleSet();

    AccountJourneys journeys();

    Figures figures();

    /// What the figures were judged by, for explaining them.
    Premises premises();

    /// Where explaining a deal finds its contacts.
    DealPeople dealPeople();

    default Settings settings() {
        return journeys().settings();
    }

    default Catalog catalog() {
        return journeys().catalog();
    }

    default Directory directory() {
        return journeys().directory();
    }
}
