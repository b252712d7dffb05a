package tributary.query.report;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tributary.events.Money;

/// What a campaign cost and brought, and how far it came towards its goals (docs/rules.md). Revenue and goals are
/// those of the range; budget and spend are not cut to it (D-49).
@RestController
class RoiResource {
    private final Reports reports;

    RoiResource(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/api/v1/campaigns/{campaign}/roi")
    Map<String, Object> roi(@PathVariable String campaign, Asked asked) {
        return reports.answerFromFigures(asked, (report, answer) -> {
            var entry = report.campaign(campaign);
            var budget = report.money(entry.budgetTotal());
            var spend = report.money(entry.spendTotal());
            var source = report.onOffer().forRoi();
            var revenue = new Money(report.metrics().raw(source, entry.number(), report.range()), report.currency());
            answer.put("budget", budget.toString())
                    .put("spend", spend.toString())
                    .put("remaining", report.money(budget.minor() - spend.minor()))
                    .put("revenueSource", source.word())
                    .put("revenue", revenue.toString())
                    .put("roi", Percent.of(revenue.amount().subtract(spend.amount()), spend.amount()))
                    .put("goals", Goals.of(report, entry));
        });
    }
}
