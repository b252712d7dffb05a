package tributary.query.report;

import java.util.LinkedHashMap;
import java.util.Map;
import tributary.query.figures.Metric;

/// One account at one position under two rule sets.
record Compared<R extends FiguresReport>(R a, R b) {
    /// The fields that the answer begins with.
    Fields envelope() {
        var common = new LinkedHashMap<>(a.envelope().asMap());
        common.remove("ruleSet");
        return new Fields()
                .put("a", a.view().ruleSet().name())
                .put("b", b.view().ruleSet().name())
                .putAll(common);
    }

    /// Each metric that one of them has: both values, and the difference where both have it.
    Map<String, Object> metrics(int campaign) {
        var metrics = new LinkedHashMap<String, Object>();
        for (var metric : Metric.values()) {
            var inA = a.onOffer().offers(metric);
            var inB = b.onOffer().offers(metric);
            if (inA || inB) metrics.put(metric.word(), values(metric, campaign, inA, inB));
        }
        return metrics;
    }

    private Map<String, Object> values(Metric metric, int campaign, boolean inA, boolean inB) {
        var values = new Fields();
        if (inA) values.put("a", a.metrics().value(metric, campaign, a.range()));
        if (inB) values.put("b", b.metrics().value(metric, campaign, b.range()));
        if (inA && inB) {
            var difference =
                    b.metrics().raw(metric, campaign, b.range()) - a.metrics().raw(metric, campaign, a.range());
            values.put("difference", a.metrics().written(metric, difference));
        }
        return values.asMap();
    }

    boolean bothOffer(Metric metric) {
        return a.onOffer().offers(metric) && b.onOffer().offers(metric);
    }
}
