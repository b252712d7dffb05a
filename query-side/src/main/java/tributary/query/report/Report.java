package tributary.query.report;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import tributary.attribution.explain.CreditExplainer;
import tributary.attribution.explain.DealCredit;
import tributary.attribution.journey.Deal;
import tributary.attribution.journey.Settings;
import tributary.events.Money;
import tributary.events.Refusal;
import tributary.query.directory.CampaignEntry;
import tributary.query.directory.Directory;
import tributary.query.figures.Figures;
import tributary.query.journey.AccountJourneys;
import tributary.query.live.AccountView;

/// A report in the making: what is asked, of one account at one position. Good only as long as its view.
///
/// @param model number of the credit model among [Models]
/// @param figures under data-driven models too
record Report(AccountView view, ReportRange range, int model, Figures figures) {
    static Report of(AccountView view, Asked asked, Clock clock) {
        var today = LocalDate.ofInstant(clock.instant(), view.settings().zone());
        return new Report(
                view,
                ReportRange.of(asked.from(), asked.to(), today),
                new Models(view.ruleSet()).number(asked.model()),
                new DataDrivenFigures(view));
    }

    Models models() {
        return new Models(view.ruleSet());
    }

    /// The fields that every answer begins with.
    Fields envelope() {
        return new Fields()
                .put("ruleSet", view.ruleSet().name())
                .put("model", models().name(model))
                .put("currency", currency())
                .put("timeZone", settings().zone().getId())
                .put("from", range.from().toString())
                .put("to", range.to().toString())
                .put("asOf", view.asOf().map(Object::toString))
                .put("position", view.position());
    }

    Settings settings() {
        return view.settings();
    }

    String currency() {
        return settings().currency();
    }

    AccountJourneys journeys() {
        return view.journeys();
    }

    Directory directory() {
        return view.directory();
    }

    MetricsObject metrics() {
        return new MetricsObject(figures(), model, currency());
    }

    MetricsOnOffer onOffer() {
        return new MetricsOnOffer(settings().tier(), view.ruleSet());
    }

    Names names() {
        return new DirectoryNames(journeys());
    }

    String money(long minor) {
        return new Money(minor, currency()).toString();
    }

    /// Rounded half up to the digits of the account's currency.
    Money money(BigDecimal amount) {
        return Money.of(amount, currency());
    }

    /// Living campaigns, by name.
    List<CampaignEntry> campaigns() {
        return directory().campaigns();
    }

    /// @throws Refusal.Unknown if there is none of this id, or it was deleted (D-23)
    CampaignEntry campaign(String id) {
        return directory().campaign(id).orElseThrow(() -> new Refusal.Unknown("campaign", Shown.of(id)));
    }

    /// How each deal's amount is credited under the model asked for. Made once for all deals of a report.
    ///
    /// @throws Refusal.Invalid if the model shares nothing among acts
    Function<Deal, DealCredit> credits() {
        var explainer = new CreditExplainer(view.premises());
        var people = view.dealPeople();
        var sharing = models().sharingActs(model);
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
