package tributary.query.live;

import tributary.attribution.journey.Catalog;
import tributary.attribution.journey.Settings;
import tributary.attribution.judge.DealPeople;
import tributary.attribution.judge.Premises;
import tributary.query.directory.FullDirectory;
import tributary.query.journey.AccountJourneys;

/// What a report sees that needs more than figures: the journeys they were judged from. Facts wait meanwhile.
public interface AccountView extends FiguresView {
    AccountJourneys journeys();

    /// What the figures were judged by, for explaining them.
    Premises premises();

    /// Where explaining a deal finds its contacts.
    DealPeople dealPeople();

    @Override
    default Settings settings() {
        return journeys().settings();
    }

    default Catalog catalog() {
        return journeys().catalog();
    }

    @Override
    default FullDirectory directory() {
        return journeys().directory();
    }
}
