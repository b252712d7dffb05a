package tributary.attribution.explain;

import static tributary.attribution.explain.Decision.Side.A;
import static tributary.attribution.explain.Decision.Side.B;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tributary.attribution.explain.Decision.Side;
import tributary.attribution.journey.Deal;
import tributary.attribution.judge.DealContacts;
import tributary.attribution.judge.DealPeople;
import tributary.attribution.judge.Premises;

/// Tells what decided that figures differ under two rule sets, by what the explanations of both say. Both must be of
/// the same journeys.
public final class Decider {
    private final Premises a;
    private final Premises b;

    public Decider(Premises a, Premises b) {
        this.a = a;
        this.b = b;
    }

    /// Why a contact counts otherwise. First asked is the act by which it counts under one side and which the other
    /// refused, then what refused the contact as a whole.
    ///
    /// @param without the side under which it does not count; any if it counts under both
    public Decision contact(Why.Answer underA, Why.Answer underB, Side without) {
        return refused(underB, underA, A)
                .or(() -> refused(underA, underB, B))
                .or(() -> asWhole(underA, A))
                .or(() -> asWhole(underB, B))
                .orElseGet(() -> byDeal(without));
    }

    private static Optional<Decision> refused(Why.Answer counting, Why.Answer other, Side side) {
        return counting.by()
                .flatMap(by -> other.refused().stream()
                        .filter(one -> isSame(one.act(), by))
                        .findFirst()
                        .map(one -> new Decision(side, one.reason(), Optional.of(by))));
    }

    private static boolean isSame(Act one, Act other) {
        return one.position() == other.position() && one.line() == other.line();
    }

    private static Optional<Decision> asWhole(Why.Answer answer, Side side) {
        if (answer.counted()) return Optional.empty();
        var whole = answer.reasons().stream().map(reason -> new Decision(side, reason, Optional.empty()));
        return whole.findFirst();
    }

    /// The contact counts by the same acts, so for other deals: by who is a deal's contact, or by what comes before
    /// its win.
    private Decision byDeal(Side without) {
        var sameContacts = a.rules().dealSnapshot() == b.rules().dealSnapshot();
        return new Decision(without, sameContacts ? Reason.AFTER_WIN : Reason.NOT_CONTACT_AT_WIN, Optional.empty());
    }

    /// Why a won deal counts through a contact under one side only.
    ///
    /// @param underA of influence, `underB` likewise
    /// @param without the side under which it does not
    public Decision closedDeal(Deal deal, int contact, Why.Answer underA, Why.Answer underB, Side without) {
        var isA = isContact(a, deal, contact);
        if (isA != isContact(b, deal, contact))
            return new Decision(isA ? B : A, Reason.NOT_CONTACT_AT_WIN, Optional.empty());
        return refused(underB, underA, A)
                .or(() -> refused(underA, underB, B))
                .or(() -> asWhole(underA, A))
                .or(() -> asWhole(underB, B))
                .orElseGet(() -> new Decision(without, Reason.AFTER_WIN, Optional.empty()));
    }

    private static boolean isContact(Premises premises, Deal deal, int contact) {
        var contacts = new DealContacts(premises.rules().dealSnapshot());
        contacts.fill(deal, deal.wonAt());
        return Arrays.stream(contacts.array(), 0, contacts.size()).anyMatch(one -> one == contact);
    }

    /// Why a campaign gets another part of a deal: eligibility, then the first act that is in one path only, then the
    /// first that belongs to the campaign under one side only, then how the same acts share.
    public Decision credit(DealCredit underA, DealCredit underB, int campaign, DealPeople people) {
        if (!underA.eligible()) return new Decision(A, underA.reasons().getFirst(), Optional.empty());
        if (!underB.eligible()) return new Decision(B, underB.reasons().getFirst(), Optional.empty());
        return leftOut(underB, underA, A)
                .or(() -> leftOut(underA, underB, B))
                .or(() -> unlinked(underB, underA, campaign, people, a, A))
                .or(() -> unlinked(underA, underB, campaign, people, b, B))
                .orElseGet(() -> new Decision(B, Reason.SHARED_OTHERWISE, Optional.empty()));
    }

    private static Optional<Decision> leftOut(DealCredit crediting, DealCredit other, Side side) {
        var reasons = new HashMap<Act, Reason>();
        for (var left : other.leftOut()) reasons.put(left.act(), left.reason());
        return crediting.interactions().stream()
                .filter(one -> reasons.containsKey(one.act()))
                .findFirst()
                .map(one -> new Decision(side, reasons.get(one.act()), Optional.of(one.act())));
    }

    private static Optional<Decision> unlinked(
            DealCredit linking, DealCredit other, int campaign, DealPeople people, Premises premises, Side side) {
        Map<Act, DealCredit.Credited> others = new HashMap<>();
        for (var one : other.interactions()) others.put(one.act(), one);
        return linking.interactions().stream()
                .filter(one -> one.campaigns().contains(campaign)
                        && others.containsKey(one.act())
                        && !others.get(one.act()).campaigns().contains(campaign))
                .map(DealCredit.Credited::act)
                .findFirst()
                .map(act -> new Decision(side, linkRefusal(act, campaign, people, premises), Optional.of(act)));
    }

    private static Reason linkRefusal(Act act, int campaign, DealPeople people, Premises premises) {
        return Steps.of(premises, people.person(act.contact())).stream()
                .filter(step -> step.is(act.position(), act.line()))
                .flatMap(step -> Link.between(premises, step, campaign, step.visit()).stream())
                .flatMap(link -> link.refusal().stream())
                .min(Comparator.comparing(Reason::isOfTime))
                .orElse(Reason.NOTHING_OF_CAMPAIGN);
    }
}
