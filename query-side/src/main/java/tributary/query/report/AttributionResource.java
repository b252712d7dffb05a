package tributary.query.report;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tributary.query.figures.Figures;
import tributary.query.figures.Metric;

/// Where the attributed revenue of a range went, in every tier (D-35).
@RestController
class AttributionResource {
    private final Reports reports;

    AttributionResource(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/api/v1/attribution")
    Map<String, Object> attribution(@RequestParam(required = false) String by, Asked asked) {
        if (Attribution.By.isCampaign(by)) return reports.answerFromFigures(asked, AttributionResource::byCampaign);
        return reports.answer(asked, (report, answer) -> {
            var attribution = new Attribution(report.names(), report.currency());
            gatherDeals(report, Attribution.By.CHOICE.of(by), attribution);
            tell(report, attribution, answer);
        });
    }

    private static void byCampaign(FiguresReport report, Fields answer) {
        var attribution = new Attribution(report.names(), report.currency());
        for (var campaign : report.campaigns()) {
            attribution.campaign(campaign.id(), campaign.name(), attributed(report, campaign.number()));
        }
        attribution.unattributed(total(report) - attributed(report, Figures.ACCOUNT));
        tell(report, attribution, answer);
    }

    private static void tell(FiguresReport report, Attribution attribution, Fields answer) {
        answer.put("rows", attribution.rows())
                .put("unattributed", attribution.unattributed())
                .put("total", report.money(total(report)));
    }

    private static void gatherDeals(Report report, Attribution.By by, Attribution attribution) {
        var credits = report.credits();
        report.figures()
                .eligibleDeals(
                        report.range().fromDay(),
                        report.range().toDay(),
                        (deal, amountMinor) -> attribution.deal(
                                by, amountMinor, credits.apply(report.journeys().deal(deal))));
    }

    private static long attributed(FiguresReport report, int campaign) {
        return report.metrics().raw(Metric.ATTRIBUTED_REVENUE, campaign, report.range());
    }

    private static long total(FiguresReport report) {
        return report.figures()
                .attributable(report.range().fromDay(), report.range().toDay());
    }
}
