package tributary.attribution.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tributary.attribution.AssetType;
import tributary.attribution.Doubt;
import tributary.attribution.Kind;
import tributary.attribution.judge.Premises;

/// Asks, for one metric, each act of a contact that has to do with the campaign.
abstract class Inquiry {
    final Premises premises;
    private final List<Why.Refused> refused = new ArrayList<>();
    private Optional<Act> by = Optional.empty();

    Inquiry(Premises premises) {
        this.premises = premises;
    }

    /// Why this link of the act does not count; empty when it does. Bots and links that did not hold are refused
    /// before.
    abstract Optional<Reason> refusal(Step step, Link link);

    /// Asks about an act with its links to the campaign, at least one.
    final void ask(Step step, List<Link> links) {
        var reason = reason(step, links);
        if (reason.isPresent()) refused.add(new Why.Refused(step.act(), reason.get()));
        else if (by.isEmpty()) by = Optional.of(step.act());
    }

    /// Of several links that are refused, the first that held at that moment tells why; if none did, the first.
    private Optional<Reason> reason(Step step, List<Link> links) {
        if (!step.human()) return Optional.of(bot(step));
        Optional<Reason> told = Optional.empty();
        for (var link : links) {
            var reason = link.refusal().or(() -> refusal(step, link));
            if (reason.isEmpty()) return reason;
            if (told.isEmpty() || told.get().isOfTime() && !reason.get().isOfTime()) told = reason;
        }
        return told;
    }

    static Reason bot(Step step) {
        var doubt = step.touches().doubt(step.row());
        var never = doubt == Doubt.KNOWN_BOT.ordinal() || doubt == Doubt.IP_EXCLUDED.ordinal();
        return never ? Reason.KNOWN_BOT : Reason.FILTERED_BOT;
    }

    /// @param reasons why not, where no act is to blame
    final Why.Answer answer(List<Reason> reasons) {
        return new Why.Answer(by.isPresent(), by, by.isPresent() ? List.of() : reasons, List.copyOf(refused));
    }

    final boolean isArticle(Link link) {
        return link.by() == Link.By.PAGE && typeOf(link) == AssetType.KNOWLEDGE_ARTICLE;
    }

    final AssetType typeOf(Link link) {
        return premises.catalog().typeOf(link.asset());
    }

    /// The kind under which the tables know a link: a visit is a page view with the page.
    static int kind(Step step, Link link) {
        return link.by() == Link.By.PAGE
                ? Kind.PAGE_VIEW.ordinal()
                : step.kind().ordinal();
    }
}
