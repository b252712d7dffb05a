package tributary.query.report;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tributary.query.figures.Metric;

/// A metric of a campaign over time.
@RestController
class SeriesResource {
    private static final Choice<Frequency> FREQUENCY =
            Choice.among("frequency", "frequency", List.of(Frequency.values()), Frequency::name);

    private final Reports reports;

    SeriesResource(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/api/v1/campaigns/{campaign}/series")
    Map<String, Object> series(
            @PathVariable String campaign,
            @RequestParam(required = false) String metric,
            @RequestParam(required = false) String frequency,
            Asked asked) {
        return reports.answerFromFigures(asked, (report, answer) -> {
            var number = report.campaign(campaign).number();
            var wanted = report.onOffer().metric().of(metric);
            if (wanted == Metric.ATTRIBUTED_REVENUE) report.models().addingUp(report.model());
            var buckets = FREQUENCY
                    .of(frequency, Frequency.DAY)
                    .cut(report.range(), report.settings().weekStart());
            answer.put("points", new Series(report.metrics(), wanted, number).over(buckets));
        });
    }
}
