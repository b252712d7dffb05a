package tributary.query.report;

import java.time.Clock;
import java.util.function.Function;
import tributary.attribution.explain.CreditExplainer;
import tributary.attribution.explain.DealCredit;
import tributary.attribution.journey.Deal;
import tributary.events.Refusal;
import tributary.query.directory.FullDirectory;
import tributary.query.figures.Figures;
import tributary.query.journey.AccountJourneys;
import tributary.query.live.AccountView;

/// A report in the making that needs journeys too. Its figures are those under data-driven models as well.
final class Report extends FiguresReport {
    private final AccountView view;
    private final Figures figures;

    Report(AccountView view, Asked asked, Clock clock) {
        super(view, asked, clock);
        this.view = view;
        this.figures = new DataDrivenFigures(view);
    }

    @Override
    AccountView view() {
        return view;
    }

    @Override
    Figures figures() {
        return figures;
    }

    AccountJourneys journeys() {
        return view.journeys();
    }

    @Override
    FullDirectory directory() {
        return view.directory();
    }

    /// How each deal's amount is credited under the model asked for. Made once for all deals of a report.
    ///
    /// @throws Refusal.Invalid if the model shares nothing among acts
    Function<Deal, DealCredit> credits() {
        var explainer = new CreditExplainer(view.premises());
        var people = view.dealPeople();
        var sharing = models().sharingActs(model());
        return deal -> explainer.explain(deal, people, sharing);
    }

    /// The deal of this id; of a merged one, the deal that it is by now. A deleted one explains itself.
    ///
    /// @throws Refusal.Unknown if there never was one
    Deal deal(String id) {
        var entry = directory().deal(id).orElseThrow(() -> new Refusal.Unknown("deal", Shown.of(id)));
        return journeys().deal(entry.survivor());
    }
}
