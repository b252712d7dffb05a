package tributary.attribution.explain;

import java.util.List;
import java.util.Optional;
import tributary.attribution.journey.Person;
import tributary.attribution.judge.Premises;

/// Whether an act is the first touch (NCF).
final class FirstTouchInquiry extends Inquiry {
    private final Optional<Step> firstVisit;
    private final Person.Creation creation;

    FirstTouchInquiry(Premises premises, Optional<Step> firstVisit, Person.Creation creation) {
        super(premises);
        this.firstVisit = firstVisit;
        this.creation = creation;
    }

    @Override
    Optional<Reason> refusal(Step step, Link link) {
        if (!step.visit() || link.by() == Link.By.ASSET) return Optional.of(Reason.NOT_A_VISIT);
        if (firstVisit.filter(step::equals).isEmpty()) return Optional.of(Reason.NOT_THE_FIRST_VISIT);
        if (step.at() > creation.atMicros()) return Optional.of(Reason.FIRST_VISIT_AFTER_CREATION);
        if (step.session().excluded) return Optional.of(Reason.FIRST_VISIT_EXCLUDED);
        if (link.by() != Link.By.PAGE || premises.isTraffic(link.asset())) return Optional.empty();
        return Optional.of(isArticle(link) ? Reason.KNOWLEDGE_ARTICLE : Reason.NOT_A_TRAFFIC_PAGE);
    }

    Why.Answer answer() {
        return answer(List.of(firstVisit.isEmpty() ? Reason.NEVER_VISITED : Reason.FIRST_VISIT_ELSEWHERE));
    }
}
