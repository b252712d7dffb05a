package tributary.attribution.explain;

import java.util.Optional;
import tributary.attribution.AssetType;
import tributary.attribution.Kind;
import tributary.attribution.judge.Premises;

/// Whether an act influences (INFL-1).
final class InfluenceInquiry extends Inquiry {
    private final Optional<Step> firstVisit;

    InfluenceInquiry(Premises premises, Optional<Step> firstVisit) {
        super(premises);
        this.firstVisit = firstVisit;
    }

    @Override
    Optional<Reason> refusal(Step step, Link link) {
        return switch (link.by()) {
            case UTM -> Optional.empty();
            case KEYWORD ->
                firstVisit.filter(step::equals).isPresent()
                        ? Optional.empty()
                        : Optional.of(Reason.NOT_FIRST_KEYWORD_VISIT);
            case ASSET, PAGE ->
                premises.influences(kind(step, link), link.asset(), step.at())
                        ? Optional.empty()
                        : Optional.of(notInfluencing(step, link));
        };
    }

    private Reason notInfluencing(Step step, Link link) {
        if (isArticle(link)) return Reason.KNOWLEDGE_ARTICLE;
        if (step.kind() == Kind.AD_CLICK) return Reason.AD_NOT_INFLUENCING;
        if (step.kind() == Kind.LIST_ADDITION) return Reason.LIST_NOT_STATIC;
        return step.kind() == Kind.CTA_VIEW && typeOf(link) == AssetType.WEB_INTERACTIVE
                ? Reason.FORM_NOT_SUBMITTED
                : Reason.NOT_INFLUENCING;
    }
}
