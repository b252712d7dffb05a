package tributary.query.report;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tributary.attribution.explain.Act;
import tributary.attribution.explain.JourneyEntry;
import tributary.attribution.explain.JourneyExplainer;

/// A contact's journey as sessions and single acts, in order of time. Not cut to the range: a journey explains
/// what figures of any range rest on.
@RestController
class JourneyResource {
    /// Most acts of one session that are told; `actsTotal` tells how many there are.
    static final int MOST_ACTS = 1000;

    private final Reports reports;
    private final ContactFinder contacts;
    private final ActTexts texts;

    JourneyResource(Reports reports, ContactFinder contacts, ActTexts texts) {
        this.reports = reports;
        this.contacts = contacts;
        this.texts = texts;
    }

    @GetMapping("/api/v1/contacts/{contact}/journey")
    Map<String, Object> journey(
            @PathVariable String contact,
            @RequestParam(required = false) String limit,
            @RequestParam(required = false) String after,
            Asked asked) {
        return reports.answerAboutContacts(asked, (report, answer) -> {
            var person = ContactPerson.of(report, contacts.find(report, contact));
            person.tell(answer);
            Page.of(limit == null ? Integer.toString(Page.LARGEST) : limit, after)
                    .cutInOrder(explained(report, person), JourneyResource::place)
                    .into(answer, "entries", entry -> told(texts.of(report), entry));
        });
    }

    private static List<JourneyEntry> explained(Report report, ContactPerson person) {
        return new JourneyExplainer(report.view().premises()).explain(person.person());
    }

    /// When it began, and which act it began with.
    private static Cursor place(JourneyEntry entry) {
        var first = firstAct(entry);
        return new Cursor(entry.from(), first.position() + "." + first.line());
    }

    private static Act firstAct(JourneyEntry entry) {
        return switch (entry) {
            case JourneyEntry.Session session -> session.acts().getFirst();
            case JourneyEntry.Single single -> single.act();
        };
    }

    private static Map<String, Object> told(Acts acts, JourneyEntry entry) {
        return switch (entry) {
            case JourneyEntry.Session session ->
                new Fields()
                        .put("type", "session")
                        .put("from", Moment.of(session.from()))
                        .put("to", Moment.of(session.to()))
                        .put("visitor", acts.visitor(session.acts().getFirst()))
                        .put("source", session.source().name())
                        .put("origin", session.origin().name())
                        .put("acts", told(acts, session.acts()))
                        .put("actsTotal", session.acts().size())
                        .asMap();
            case JourneyEntry.Single(var act, var source) ->
                new Fields()
                        .put("type", "act")
                        .putAll(acts.fields(act).asMap())
                        .put("source", source.name())
                        .asMap();
        };
    }

    private static List<Map<String, Object>> told(Acts acts, List<Act> some) {
        return some.stream()
                .limit(MOST_ACTS)
                .map(act -> acts.fields(act).asMap())
                .toList();
    }
}
