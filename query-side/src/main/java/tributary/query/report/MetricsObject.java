package tributary.query.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tributary.query.figures.Figures;
import tributary.query.figures.Metric;

/// The metrics of a campaign, or of the account, in one range.
///
/// @param model number of the credit model among [Models]
/// @param currency of the account
record MetricsObject(Figures figures, int model, String currency) {
    /// Each of these metrics under its name: counts as whole numbers, money as decimal texts.
    Map<String, Object> of(int campaign, ReportRange range, List<Metric> metrics) {
        var object = new LinkedHashMap<String, Object>();
        for (var metric : metrics) object.put(metric.word(), value(metric, campaign, range));
        return object;
    }

    Object value(Metric metric, int campaign, ReportRange range) {
        return written(metric, raw(metric, campaign, range));
    }

    /// A count, or minor units of money.
    long raw(Metric metric, int campaign, ReportRange range) {
        return metric.money()
                ? figures.minor(metric, model, campaign, range.fromDay(), range.toDay())
                : figures.count(metric, campaign, range.fromDay(), range.toDay());
    }

    Object written(Metric metric, long raw) {
        return metric.money() ? new tributary.events.Money(raw, currency).toString() : (Object) raw;
    }
}
