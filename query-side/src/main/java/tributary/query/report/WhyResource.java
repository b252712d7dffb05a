package tributary.query.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tributary.attribution.explain.ContactMetric;
import tributary.attribution.explain.Why;
import tributary.attribution.explain.WhyExplainer;
import tributary.query.figures.Metric;

/// Why a contact counts for a campaign or does not: for each metric of contacts by which interaction, or which rule
/// refused each candidate. It is about all time; the range does not cut it.
@RestController
class WhyResource {
    /// Most refused acts that are told of a metric; `refusedTotal` tells how many there are.
    static final int MOST_REFUSED = 1000;

    private final Reports reports;
    private final ContactFinder contacts;
    private final ActTexts texts;

    WhyResource(Reports reports, ContactFinder contacts, ActTexts texts) {
        this.reports = reports;
        this.contacts = contacts;
        this.texts = texts;
    }

    @GetMapping("/api/v1/campaigns/{campaign}/why/{contact}")
    Map<String, Object> why(@PathVariable String campaign, @PathVariable String contact, Asked asked) {
        return reports.answerAboutContacts(asked, (report, answer) -> {
            var entry = report.campaign(campaign);
            var person = ContactPerson.of(report, contacts.find(report, contact));
            answer.put("campaign", entry.id());
            person.tell(answer);
            answer.put("metrics", metrics(report, explained(report, person, entry.number())));
        });
    }

    private static Why explained(Report report, ContactPerson person, int campaign) {
        var deals = Arrays.stream(report.journeys().dealsOf(person.contact()))
                .mapToObj(report.journeys()::deal)
                .toList();
        return new WhyExplainer(report.view().premises()).explain(person.person(), campaign, deals);
    }

    private Map<String, Object> metrics(Report report, Why why) {
        var told = new LinkedHashMap<String, Object>();
        why.metrics().forEach((metric, given) -> {
            if (isSeen(report, metric)) told.put(metric.publicName(), told(texts.of(report), given));
        });
        return told;
    }

    private static boolean isSeen(Report report, ContactMetric metric) {
        return Metric.of(metric.publicName()).filter(report.onOffer()::offers).isPresent();
    }

    private static Map<String, Object> told(Acts acts, Why.Answer given) {
        return new Fields()
                .put("counted", given.counted())
                .put("by", given.by().map(act -> acts.fields(act).asMap()))
                .put("reasons", given.reasons().stream().map(Because::of).toList())
                .put("refused", refused(acts, given.refused()))
                .put("refusedTotal", given.refused().size())
                .asMap();
    }

    private static List<Map<String, Object>> refused(Acts acts, List<Why.Refused> refused) {
        return refused.stream()
                .limit(MOST_REFUSED)
                .map(one -> acts.fields(one.act())
                        .put("rule", one.reason().rule())
                        .put("detail", one.reason().sentence())
                        .asMap())
                .toList();
    }
}
