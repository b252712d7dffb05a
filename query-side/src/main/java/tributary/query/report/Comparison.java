package tributary.query.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tributary.attribution.explain.ContactMetric;
import tributary.attribution.explain.Decider;
import tributary.attribution.explain.Decision;
import tributary.attribution.explain.Why;
import tributary.attribution.explain.WhyExplainer;
import tributary.query.figures.ContactList;
import tributary.query.figures.Metric;

/// The contacts and deals that make the difference between two rule sets for one campaign, each with the rule that
/// decided.
final class Comparison {
    private final Compared<Report> compared;
    private final int campaign;
    private final Acts acts;
    private final Decider decider;
    private final Map<Integer, Whys> whys = new HashMap<>();

    /// What both rule sets say of a contact.
    private record Whys(Why a, Why b) {}

    Comparison(Compared<Report> compared, int campaign, ActTexts texts) {
        this.compared = compared;
        this.campaign = campaign;
        this.acts = texts.of(compared.a());
        this.decider =
                new Decider(compared.a().view().premises(), compared.b().view().premises());
    }

    /// By list of contacts, those that both rule sets have.
    Map<String, Object> contacts() {
        var told = new LinkedHashMap<String, Object>();
        for (var list : ContactList.values()) {
            if (list == ContactList.REVENUE && !compared.bothOffer(Metric.REVENUE_CONTACTS)) continue;
            var moves = new Moves<>(
                    listed(compared.a(), list),
                    listed(compared.b(), list),
                    compared.a().names()::contact);
            told.put(list.word(), moves.told(move -> tellContact(move, metric(list))));
        }
        return told;
    }

    private Map<Integer, Long> listed(Report report, ContactList list) {
        var listed = new HashMap<Integer, Long>();
        var range = report.range();
        report.figures().contacts(list, campaign, range.fromDay(), range.toDay(), listed::put);
        return listed;
    }

    private static ContactMetric metric(ContactList list) {
        return switch (list) {
            case FIRST_TOUCH -> ContactMetric.NEW_CONTACTS_FIRST_TOUCH;
            case LAST_TOUCH -> ContactMetric.NEW_CONTACTS_LAST_TOUCH;
            case INFLUENCED -> ContactMetric.INFLUENCED_CONTACTS;
            case REVENUE -> ContactMetric.REVENUE_CONTACTS;
        };
    }

    private Map<String, Object> tellContact(Moves.Move<Long> move, ContactMetric metric) {
        var why = whys(move.number());
        var decision =
                decider.contact(why.a().metrics().get(metric), why.b().metrics().get(metric), move.without());
        return told(
                "contact",
                compared.a().names().contact(move.number()),
                move,
                decision,
                at -> Map.of("at", Moment.of(at)));
    }

    private Whys whys(int contact) {
        return whys.computeIfAbsent(contact, _ -> new Whys(why(compared.a(), contact), why(compared.b(), contact)));
    }

    private Why why(Report report, int contact) {
        var journeys = report.journeys();
        var deals = Arrays.stream(journeys.dealsOf(contact))
                .mapToObj(journeys::deal)
                .toList();
        var person = ContactPerson.of(report, contact).person();
        return new WhyExplainer(report.view().premises()).explain(person, campaign, deals);
    }

    /// By metric of deals, those that both rule sets have; parts of the revenue only under models that share acts.
    Map<String, Object> deals() {
        var told = new LinkedHashMap<String, Object>();
        Function<Integer, String> id = compared.a().journeys()::dealId;
        if (compared.bothOffer(Metric.CLOSED_DEALS))
            told.put(
                    Metric.CLOSED_DEALS.word(),
                    new Moves<>(closed(compared.a()), closed(compared.b()), id).told(this::tellClosed));
        if (compared.bothOffer(Metric.ATTRIBUTED_REVENUE) && sharesActs())
            told.put(
                    Metric.ATTRIBUTED_REVENUE.word(),
                    new Moves<>(credited(compared.a()), credited(compared.b()), id).told(this::tellCredited));
        return told;
    }

    private boolean sharesActs() {
        return !compared.a().models().isDataDriven(compared.a().model());
    }

    private Map<Integer, List<Integer>> closed(Report report) {
        var closed = new HashMap<Integer, List<Integer>>();
        var range = report.range();
        report.figures()
                .closedDeals(
                        campaign,
                        range.fromDay(),
                        range.toDay(),
                        (deal, _, _, influencedBy) -> closed.put(
                                deal,
                                Arrays.stream(influencedBy).sorted().boxed().toList()));
        return closed;
    }

    private Map<String, Object> tellClosed(Moves.Move<List<Integer>> move) {
        var inA = move.a().orElse(List.of());
        var inB = move.b().orElse(List.of());
        var entered = inB.stream().filter(contact -> !inA.contains(contact)).findFirst();
        var contact = entered.orElseGet(
                () -> inA.stream().filter(one -> !inB.contains(one)).findFirst().orElseThrow());
        var why = whys(contact);
        var decision = decider.closedDeal(
                compared.a().journeys().deal(move.number()),
                contact,
                why.a().metrics().get(ContactMetric.INFLUENCED_CONTACTS),
                why.b().metrics().get(ContactMetric.INFLUENCED_CONTACTS),
                entered.isPresent() ? Decision.Side.A : Decision.Side.B);
        return told(
                "deal",
                compared.a().journeys().dealId(move.number()),
                move,
                decision,
                influencedBy -> Map.of(
                        "influencedBy",
                        influencedBy.stream()
                                .map(compared.a().names()::contact)
                                .sorted()
                                .toList()));
    }

    /// What the campaign gets of each deal, in minor units; deals of which it gets nothing are left out.
    private Map<Integer, Long> credited(Report report) {
        var credited = new TreeMap<Integer, Long>();
        var credits = report.credits();
        report.figures().eligibleDeals(report.range().fromDay(), report.range().toDay(), (deal, _) -> {
            var part = credits.apply(report.journeys().deal(deal)).interactions().stream()
                    .filter(one -> one.campaigns().contains(campaign))
                    .mapToLong(one -> one.amountMinor())
                    .sum();
            if (part != 0) credited.put(deal, part);
        });
        return credited;
    }

    private Map<String, Object> tellCredited(Moves.Move<Long> move) {
        var deal = compared.a().journeys().deal(move.number());
        var decision = decider.credit(
                compared.a().credits().apply(deal),
                compared.b().credits().apply(deal),
                campaign,
                compared.a().view().dealPeople());
        return told(
                "deal",
                compared.a().journeys().dealId(move.number()),
                move,
                decision,
                part -> Map.of("amount", compared.a().money(part)));
    }

    private <V> Map<String, Object> told(
            String what, String id, Moves.Move<V> move, Decision decision, Function<V, Map<String, Object>> value) {
        return new Fields()
                .put(what, id)
                .put("move", move.kind().name())
                .put("a", move.a().map(value))
                .put("b", move.b().map(value))
                .put("decided", decided(decision))
                .asMap();
    }

    private Map<String, Object> decided(Decision decision) {
        var side = decision.side() == Decision.Side.A ? compared.a() : compared.b();
        return new Fields()
                .put("ruleSet", side.view().ruleSet().name())
                .put("rule", decision.reason().rule())
                .put("detail", decision.reason().sentence())
                .put("act", decision.act().map(act -> acts.fields(act).asMap()))
                .asMap();
    }
}
