package tributary.query.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The closed deals of a campaign (DEAL-1), by effective close date, then by id.
@RestController
class DealsResource {
    /// @param amount in the account's currency; absent when it is not known, or cannot be converted: then `problem`
    /// says so (D-43)
    /// @param closeDate effective, in the account's zone
    /// @param influencedBy ids of the contacts through whom it counts
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Closed(
            String id, String amount, String closeDate, String wonAt, List<String> influencedBy, String problem) {}

    private record Found(Cursor place, int deal, long wonAt, int[] influencedBy) {}

    private final Reports reports;

    DealsResource(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/api/v1/campaigns/{campaign}/deals")
    Map<String, Object> deals(
            @PathVariable String campaign,
            @RequestParam(required = false) String limit,
            @RequestParam(required = false) String after,
            Asked asked) {
        return reports.answerFromFigures(asked, (report, answer) -> {
            var number = report.campaign(campaign).number();
            Page.of(limit, after)
                    .cut(found(report, number).stream(), Found::place)
                    .into(answer, "results", found -> told(report, found));
        });
    }

    private static List<Found> found(FiguresReport report, int campaign) {
        var found = new ArrayList<Found>();
        var range = report.range();
        report.figures()
                .closedDeals(
                        campaign,
                        range.fromDay(),
                        range.toDay(),
                        (deal, wonAt, closeDay, influencedBy) -> found.add(new Found(
                                new Cursor(
                                        closeDay, report.directory().deal(deal).id()),
                                deal,
                                wonAt,
                                influencedBy.clone())));
        return found;
    }

    private static Closed told(FiguresReport report, Found found) {
        var deal = report.directory().deal(found.deal());
        return new Closed(
                found.place().id(),
                deal.amountMinor().isPresent() ? report.money(deal.amountMinor().getAsLong()) : null,
                LocalDate.ofEpochDay(found.place().order()).toString(),
                Moment.of(found.wonAt()),
                Arrays.stream(found.influencedBy())
                        .mapToObj(report.names()::contact)
                        .sorted()
                        .toList(),
                deal.problem().orElse(null));
    }
}
