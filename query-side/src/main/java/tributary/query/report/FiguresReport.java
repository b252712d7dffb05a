package tributary.query.report;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import tributary.attribution.journey.Settings;
import tributary.events.Money;
import tributary.events.Refusal;
import tributary.query.directory.CampaignEntry;
import tributary.query.directory.Directory;
import tributary.query.figures.Figures;
import tributary.query.live.FiguresView;

/// A report of figures in the making: what is asked, of one account at one position. Good only as long as its view.
sealed class FiguresReport permits Report {
    private final FiguresView view;
    private final ReportRange range;
    private final int model;

    FiguresReport(FiguresView view, Asked asked, Clock clock) {
        var today = LocalDate.ofInstant(clock.instant(), view.settings().zone());
        this.view = view;
        this.range = ReportRange.of(asked.from(), asked.to(), today);
        this.model = new Models(view.ruleSet()).number(asked.model());
    }

    FiguresView view() {
        return view;
    }

    ReportRange range() {
        return range;
    }

    /// Number of the credit model among [#models].
    int model() {
        return model;
    }

    final Models models() {
        return new Models(view.ruleSet());
    }

    Figures figures() {
        return view.figures();
    }

    /// The fields that every answer begins with.
    Fields envelope() {
        var fields = new Fields()
                .put("ruleSet", view.ruleSet().name())
                .put("model", models().name(model))
                .put("currency", currency())
                .put("timeZone", settings().zone().getId())
                .put("from", range.from().toString())
                .put("to", range.to().toString())
                .put("asOf", view.asOf().map(Object::toString))
                .put("position", view.position());
        return view.stale() ? fields.put("stale", true) : fields;
    }

    Settings settings() {
        return view.settings();
    }

    String currency() {
        return settings().currency();
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
        return new DirectoryNames(directory());
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
}
