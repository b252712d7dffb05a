package tributary.query.report;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tributary.query.figures.Figures;

/// The metrics of one campaign, or of all and of the account.
@RestController
class MetricsResource {
    private final Reports reports;

    MetricsResource(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/api/v1/campaigns/{campaign}/metrics")
    Map<String, Object> ofCampaign(@PathVariable String campaign, Asked asked) {
        return reports.answerFromFigures(
                asked,
                (report, answer) ->
                        answer.putAll(metrics(report, report.campaign(campaign).number())));
    }

    /// Account-wide, each person, session and deal counts once (D-34).
    @GetMapping("/api/v1/metrics")
    Map<String, Object> ofAccount(Asked asked) {
        return reports.answerFromFigures(
                asked,
                (report, answer) -> answer.put(
                                "campaigns",
                                report.campaigns().stream()
                                        .map(campaign -> new Fields()
                                                .put("campaign", campaign.id())
                                                .put("name", campaign.name())
                                                .putAll(metrics(report, campaign.number()))
                                                .asMap())
                                        .toList())
                        .put("account", metrics(report, Figures.ACCOUNT)));
    }

    private static Map<String, Object> metrics(FiguresReport report, int campaign) {
        return report.metrics().of(campaign, report.range(), report.onOffer().metrics());
    }
}
