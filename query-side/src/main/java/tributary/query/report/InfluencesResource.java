package tributary.query.report;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Unique marketing influences of a campaign, by asset, type of asset or contact (UMI-1).
@RestController
class InfluencesResource {
    private final Reports reports;

    InfluencesResource(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/api/v1/campaigns/{campaign}/influences")
    Map<String, Object> influences(
            @PathVariable String campaign, @RequestParam(required = false) String by, Asked asked) {
        return reports.answerFromFigures(asked, (report, answer) -> {
            var influences = new Influences(report.names());
            var number = report.campaign(campaign).number();
            var wanted = Influences.By.CHOICE.of(by);
            report.figures()
                    .pairs(number, report.range().fromDay(), report.range().toDay(), influences);
            answer.put("rows", influences.rows(wanted)).put("total", influences.total());
        });
    }
}
