package tributary.attribution.explain;

import java.util.List;
import java.util.Optional;
import tributary.attribution.journey.Person;
import tributary.attribution.judge.Premises;

/// Whether an act is a last touch (NCL).
final class LastTouchInquiry extends Inquiry {
    private final Person.Creation creation;
    private final ConversionFinder.Conversion conversion;

    LastTouchInquiry(Premises premises, Person.Creation creation, ConversionFinder.Conversion conversion) {
        super(premises);
        this.creation = creation;
        this.conversion = conversion;
    }

    @Override
    Optional<Reason> refusal(Step step, Link link) {
        if (conversion.refusal().isPresent()) return conversion.refusal();
        if (step.session() == null) return Optional.of(Reason.NOT_A_LAST_TOUCH);
        if (step.session() != conversion.session()) return Optional.of(Reason.OTHER_SESSION);
        if (step.at() > creation.atMicros()) return Optional.of(Reason.AFTER_CONVERSION);
        return switch (link.by()) {
            case UTM -> isConverting(step) ? Optional.empty() : Optional.of(Reason.NOT_THE_CONVERTING_URL);
            case KEYWORD -> Optional.of(Reason.KEYWORD_NOT_LAST);
            case PAGE -> refusalOfPage(link);
            case ASSET ->
                premises.isFormSubmission(step.kind().ordinal(), link.asset())
                        ? Optional.empty()
                        : Optional.of(Reason.NOT_A_LAST_TOUCH);
        };
    }

    /// The act that created the contact: its page and the UTM value of its URL count, whatever kind it is (NCL-2).
    boolean isConverting(Step step) {
        return conversion.act().filter(step::equals).isPresent();
    }

    private Optional<Reason> refusalOfPage(Link link) {
        if (premises.isTraffic(link.asset())) return Optional.empty();
        return Optional.of(isArticle(link) ? Reason.KNOWLEDGE_ARTICLE : Reason.NOT_A_TRAFFIC_PAGE);
    }

    Why.Answer answer() {
        return answer(List.of(conversion.refusal().orElse(Reason.NOTHING_IN_SESSION)));
    }
}
