package tributary.query.report;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The contacts behind a count of contacts, by `at`, then by id (D-52).
@RestController
class ContactsResource {
    /// @param at when it counts from: creation, first influence or first qualifying act
    record Counted(String id, String at) {
        static Counted of(Cursor place) {
            return new Counted(place.id(), Moment.of(place.order()));
        }
    }

    private final Reports reports;

    ContactsResource(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/api/v1/campaigns/{campaign}/contacts/{list}")
    Map<String, Object> contacts(
            @PathVariable String campaign,
            @PathVariable String list,
            @RequestParam(required = false) String limit,
            @RequestParam(required = false) String after,
            Asked asked) {
        return reports.answerAboutContactsFromFigures(asked, (report, answer) -> {
            var number = report.campaign(campaign).number();
            var wanted = report.onOffer().contactList().of(list);
            var chosen = new Chosen<Cursor>(Page.of(limit, after), place -> place);
            report.figures()
                    .contacts(
                            wanted,
                            number,
                            report.range().fromDay(),
                            report.range().toDay(),
                            (contact, at) -> {
                                if (chosen.mayTake(at))
                                    chosen.take(new Cursor(at, report.names().contact(contact)));
                            });
            chosen.cut().into(answer, "results", Counted::of);
        });
    }
}
