package tributary.query.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tributary.events.Money;
import tributary.query.directory.CampaignEntry;
import tributary.query.figures.Metric;

/// How far a campaign came towards its goals: attainment = metric ÷ goal, in percent.
final class Goals {
    private Goals() {}

    /// Each goal under the name of its metric. A goal of something that the account does not see, or that is no
    /// number, is told as it was set.
    static Map<String, Object> of(FiguresReport report, CampaignEntry campaign) {
        var told = new LinkedHashMap<String, Object>();
        campaign.goals().forEach((metric, goal) -> told.put(metric, told(report, campaign.number(), metric, goal)));
        return told;
    }

    private static Map<String, Object> told(FiguresReport report, int campaign, String word, String goal) {
        var metric = Metric.of(word).filter(report.onOffer()::offers);
        var number = number(goal);
        var told = new Fields()
                .put("goal", number.map(figure -> goal(report, word, figure)).orElse(goal));
        metric.ifPresent(known -> {
            var raw = report.metrics().raw(known, campaign, report.range());
            var actual = known.money() ? new Money(raw, report.currency()).amount() : BigDecimal.valueOf(raw);
            told.put("actual", report.metrics().written(known, raw))
                    .put("attainment", number.flatMap(figure -> Percent.of(actual, figure)));
        });
        return told.asMap();
    }

    /// Money where the metric is money, even one that is not on offer.
    private static Object goal(FiguresReport report, String metric, BigDecimal figure) {
        boolean money = Metric.of(metric).filter(Metric::money).isPresent();
        return money ? Money.of(figure, report.currency()).toString() : figure;
    }

    private static Optional<BigDecimal> number(String goal) {
        try {
            return Optional.of(new BigDecimal(goal.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
