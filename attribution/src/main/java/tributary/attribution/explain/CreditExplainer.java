package tributary.attribution.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import tributary.attribution.credit.Split;
import tributary.attribution.journey.Deal;
import tributary.attribution.journey.Touches;
import tributary.attribution.judge.DealContacts;
import tributary.attribution.judge.DealJudge;
import tributary.attribution.judge.DealPath;
import tributary.attribution.judge.DealPeople;
import tributary.attribution.judge.Premises;

/// Tells how a deal's amount is credited, by the same paths and splits as the judge's.
public final class CreditExplainer {
    private final Premises premises;
    private final DealContacts contacts;
    private final DealPath path;

    public CreditExplainer(Premises premises) {
        this.premises = premises;
        contacts = new DealContacts(premises.rules().dealSnapshot());
        path = new DealPath(premises);
    }

    /// @param model place in the rule set's models
    public DealCredit explain(Deal deal, DealPeople people, int model) {
        var known = deal.hasAmount() && deal.convertible();
        var amount = known ? OptionalLong.of(deal.amountMinor()) : OptionalLong.empty();
        var wonAt = deal.wonAt();
        if (wonAt == Deal.NOT_WON) {
            var reason = deal.deleted() ? Reason.DEAL_DELETED : Reason.DEAL_NOT_WON;
            return new DealCredit(amount, OptionalLong.empty(), false, List.of(reason), List.of(), List.of());
        }
        contacts.fill(deal, wonAt);
        if (!DealJudge.isEligible(deal, contacts.size())) {
            return new DealCredit(amount, OptionalLong.of(wonAt), false, reasons(deal), List.of(), List.of());
        }
        return eligible(deal, wonAt, people, model);
    }

    private List<Reason> reasons(Deal deal) {
        var reasons = new ArrayList<Reason>();
        if (!deal.hasAmount()) reasons.add(Reason.AMOUNT_UNKNOWN);
        else if (!deal.convertible()) reasons.add(Reason.RATE_UNKNOWN);
        if (contacts.size() == 0) reasons.add(Reason.DEAL_WITHOUT_CONTACT);
        return reasons;
    }

    private DealCredit eligible(Deal deal, long wonAt, DealPeople people, int model) {
        path.gather(deal, wonAt, contacts.array(), contacts.size(), people);
        var split = new Split(
                premises.rules().models().get(model).model(), premises.rules().jAnchor());
        var parts = new long[path.length()];
        split.split(path.path(), deal.amountMinor(), parts);
        var shares = split.shares(path.path());
        var steps = steps(deal, people);
        var interactions = new ArrayList<DealCredit.Credited>();
        for (var place = 0; place < path.length(); place++) {
            var step = steps.remove(key(path.touches(place), path.row(place)));
            interactions.add(new DealCredit.Credited(
                    step.act(),
                    path.path().roles(place),
                    shares[place],
                    parts[place],
                    Arrays.stream(path.campaigns(place)).boxed().toList(),
                    step.source()));
        }
        return new DealCredit(
                OptionalLong.of(deal.amountMinor()),
                OptionalLong.of(wonAt),
                true,
                List.of(),
                interactions,
                leftOut(steps.values(), wonAt));
    }

    /// The acts of all contacts that the deal ever had, in order, by where their facts are.
    private Map<Long, Step> steps(Deal deal, DealPeople people) {
        var all = new ArrayList<Step>();
        for (var contact : new HashSet<>(Arrays.stream(deal.contacts()).boxed().toList())) {
            for (var step : Steps.of(premises, people.person(contact))) if (step.mine()) all.add(step);
        }
        all.sort((a, b) -> premises.order().compare(a.touches(), a.row(), b.touches(), b.row()));
        var steps = new LinkedHashMap<Long, Step>();
        for (var step : all) steps.put(key(step.touches(), step.row()), step);
        return steps;
    }

    private static long key(Touches touches, int row) {
        return (long) touches.position(row) << Short.SIZE | touches.line(row) & 0xFFFF;
    }

    private List<DealCredit.LeftOut> leftOut(Iterable<Step> steps, long wonAt) {
        var leftOut = new ArrayList<DealCredit.LeftOut>();
        for (var step : steps) leftOut.add(new DealCredit.LeftOut(step.act(), whyLeftOut(step, wonAt)));
        return leftOut;
    }

    private Reason whyLeftOut(Step step, long wonAt) {
        if (!step.human()) return Inquiry.bot(step);
        if (!premises.rules().attributionKinds().contains(step.kind())) return Reason.KIND_TAKES_NO_PART;
        if (!premises.settings().attributionKinds().contains(step.kind())) return Reason.KIND_SWITCHED_OFF;
        if (!premises.verdicts().takesPart(step.touches(), step.row(), premises.catalog())) return Reason.NOT_A_NEW_CTA;
        if (!isContact(step.contact())) return Reason.CONTACT_NOT_AT_WIN;
        return step.at() < wonAt ? Reason.BEFORE_LOOK_BACK : Reason.LATER_THAN_WIN;
    }

    private boolean isContact(int contact) {
        for (var i = 0; i < contacts.size(); i++) if (contacts.get(i) == contact) return true;
        return false;
    }
}
