package tributary.attribution.explain;

import java.util.List;
import java.util.Optional;
import tributary.attribution.Kind;
import tributary.attribution.journey.Deal;
import tributary.attribution.judge.DealContacts;
import tributary.attribution.judge.Premises;
import tributary.attribution.rules.DealOrder;

/// Whether an act makes a revenue contact (REV).
final class RevenueInquiry extends Inquiry {
    private static final long NEVER = Long.MIN_VALUE;

    private final Optional<Reason> dealReason;
    private long lastWin = NEVER;

    /// @param deals that the contact is or was associated with
    RevenueInquiry(Premises premises, int contact, List<Deal> deals) {
        super(premises);
        var won = false;
        var contacts = new DealContacts(premises.rules().dealSnapshot());
        for (var deal : deals) {
            var wonAt = deal.wonAt();
            if (wonAt == Deal.NOT_WON) continue;
            won = true;
            contacts.fill(deal, wonAt);
            for (var i = 0; i < contacts.size(); i++) {
                if (contacts.get(i) == contact) lastWin = Math.max(lastWin, wonAt);
            }
        }
        var counts = lastWin != NEVER;
        dealReason = counts ? Optional.empty() : Optional.of(won ? Reason.NOT_CONTACT_AT_WIN : Reason.NO_WON_DEAL);
    }

    @Override
    Optional<Reason> refusal(Step step, Link link) {
        var reason = refusalOfKind(step, link);
        if (reason.isPresent()) return reason;
        if (dealReason.isPresent()) return dealReason;
        var upToWin = premises.rules().dealOrder() == DealOrder.UP_TO_WIN;
        var inTime = step.at() < lastWin || upToWin && step.at() == lastWin;
        return inTime ? Optional.empty() : Optional.of(Reason.AFTER_WIN);
    }

    private Optional<Reason> refusalOfKind(Step step, Link link) {
        if (link.by() == Link.By.UTM || link.by() == Link.By.KEYWORD) return Optional.empty();
        var kind = kind(step, link);
        if (premises.makesRevenue(kind, link.asset(), step.page())) return Optional.empty();
        if (premises.makesRevenue(kind, link.asset(), -1)) return Optional.of(Reason.PAGE_OF_ANOTHER_KIND);
        if (step.kind() == Kind.LIST_ADDITION) return Optional.of(Reason.LIST_NOT_EARNING);
        return Optional.of(step.kind() == Kind.WORKFLOW_ENROLLMENT ? Reason.WORKFLOW_NOT_EARNING : Reason.NOT_EARNING);
    }

    Why.Answer answer() {
        return answer(List.of(dealReason.orElse(Reason.NOTHING_OF_CAMPAIGN)));
    }
}
