package tributary.attribution.explain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tributary.attribution.journey.Deal;
import tributary.attribution.journey.Person;
import tributary.attribution.judge.Premises;
import tributary.attribution.rules.RevenueMeaning;

/// Answers why a contact counts or does not, by asking the judge's own tables about each of its acts.
public final class WhyExplainer {
    private final Premises premises;

    public WhyExplainer(Premises premises) {
        this.premises = premises;
    }

    /// Revenue contacts are left out under rules for which revenue is money (D-36).
    ///
    /// @param deals the contact's deals: those it is or was associated with
    public Why explain(Person contact, int campaign, List<Deal> deals) {
        var steps = Steps.of(premises, contact);
        var creation = contact.creation();
        var firstVisit = steps.stream()
                .filter(step -> step.mine() && step.human() && step.visit())
                .findFirst();
        var first = new FirstTouchInquiry(premises, firstVisit, creation);
        var last = new LastTouchInquiry(premises, creation, ConversionFinder.of(premises, creation, steps));
        var influence = new InfluenceInquiry(premises, firstVisit);
        var revenue = new RevenueInquiry(premises, contact.contact(), deals);
        for (var step : steps) {
            if (step.mine()) ask(step, campaign, last, first, influence, revenue);
        }
        var answers = new EnumMap<ContactMetric, Why.Answer>(ContactMetric.class);
        answers.put(ContactMetric.NEW_CONTACTS_FIRST_TOUCH, first.answer());
        answers.put(ContactMetric.NEW_CONTACTS_LAST_TOUCH, last.answer());
        answers.put(ContactMetric.INFLUENCED_CONTACTS, influence.answer(List.of(Reason.NOTHING_OF_CAMPAIGN)));
        if (premises.rules().revenueMeaning() == RevenueMeaning.CONTACTS) {
            answers.put(ContactMetric.REVENUE_CONTACTS, revenue.answer());
        }
        return new Why(Map.copyOf(answers));
    }

    private void ask(Step step, int campaign, LastTouchInquiry last, Inquiry... others) {
        var links = Link.between(premises, step, campaign, step.visit());
        if (!links.isEmpty()) for (var other : others) other.ask(step, links);
        var converting = last.isConverting(step);
        var lastLinks = converting ? Link.between(premises, step, campaign, true) : links;
        if (!lastLinks.isEmpty()) last.ask(step, lastLinks);
    }
}
