package tributary.query.report;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tributary.events.Money;
import tributary.query.figures.Metric;
import tributary.query.live.AccountView;

/// What the metrics of a campaign came to at some time; as long as there was no such campaign, to nothing.
record Standing(Map<Metric, BigDecimal> values) {
    /// What is looked at.
    ///
    /// @param campaign id
    /// @param model number in the rule set
    record Subject(String campaign, List<Metric> metrics, ReportRange range, int model) {}

    static Standing of(AccountView view, Subject subject) {
        var currency = view.settings().currency();
        var metrics = new MetricsObject(view.figures(), subject.model(), currency);
        var campaign = view.journeys().history().findCampaign(subject.campaign());
        var values = new EnumMap<Metric, BigDecimal>(Metric.class);
        for (var metric : subject.metrics()) {
            var raw = campaign.isPresent() ? metrics.raw(metric, campaign.getAsInt(), subject.range()) : 0;
            values.put(metric, metric.money() ? new Money(raw, currency).amount() : BigDecimal.valueOf(raw));
        }
        return new Standing(values);
    }

    /// What is more or less than before; metrics that stand as before are left out.
    Map<Metric, BigDecimal> since(Standing before) {
        var moved = new EnumMap<Metric, BigDecimal>(Metric.class);
        values.forEach((metric, value) -> {
            var difference = value.subtract(before.values.get(metric));
            if (difference.signum() != 0) moved.put(metric, difference);
        });
        return moved;
    }

    /// A whole number, or money as a decimal text, as everywhere in answers.
    static Object written(Metric metric, BigDecimal value) {
        return metric.money() ? value.toPlainString() : (Object) value.longValueExact();
    }
}
