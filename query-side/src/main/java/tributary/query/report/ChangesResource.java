package tributary.query.report;

import java.time.Instant;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tributary.attribution.rules.RuleSet;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.query.live.Hindsight;

/// What was recorded since an instant and moved the metrics of a campaign, by how much each. The range, the rules
/// and the metrics that are seen are those of today, or of `asOf`; only what is known differs.
@RestController
class ChangesResource {
    private final Reports reports;
    private final Hindsight hindsight;

    ChangesResource(Reports reports, Hindsight hindsight) {
        this.reports = reports;
        this.hindsight = hindsight;
    }

    private record Question(AccountId account, RuleSet rules, long upTo, Standing.Subject subject, Fields answer) {}

    @GetMapping("/api/v1/campaigns/{campaign}/changes")
    Map<String, Object> changes(
            @PathVariable String campaign, @RequestParam(required = false) String since, Asked asked) {
        var instant = instant(since, asked);
        var question = reports.look(asked, report -> question(report, campaign));
        var movements = new Movements();
        hindsight.follow(
                question.account(),
                question.rules(),
                instant,
                question.upTo(),
                view -> Standing.of(view, question.subject()),
                movements);
        return question.answer()
                .put("since", instant.toString())
                .put("metrics", movements.metrics())
                .put("causes", movements.causes())
                .put("total", movements.total())
                .asMap();
    }

    private static Question question(Report report, String campaign) {
        var view = report.view();
        var subject = new Standing.Subject(
                report.campaign(campaign).id(),
                report.onOffer().metrics(),
                report.range(),
                report.models().followed(report.model()));
        return new Question(view.account(), view.ruleSet(), view.position(), subject, report.envelope());
    }

    private static Instant instant(String since, Asked asked) {
        if (since == null || since.isEmpty())
            throw new Refusal.Invalid(
                    "missing-instant",
                    "An instant is missing",
                    "since is missing; expected an instant with offset, such as since=2023-09-30T12:00:00Z");
        var instant = Asked.instant("since", since);
        if (asked.asOfInstant().filter(instant::isAfter).isEmpty()) return instant;
        throw new Refusal.Invalid(
                        "since-after-as-of",
                        "The period ends before it starts",
                        "since " + instant + " is after asOf "
                                + asked.asOfInstant().orElseThrow() + "; a since up to asOf would be accepted")
                .with("since", instant.toString());
    }
}
