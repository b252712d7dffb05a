package tributary.query.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import tributary.attribution.Doubt;
import tributary.attribution.Kind;
import tributary.attribution.SessionOrigin;
import tributary.attribution.journey.Catalog;
import tributary.attribution.journey.Deal;
import tributary.attribution.journey.Holdings;
import tributary.attribution.journey.Person.Creation.By;
import tributary.attribution.journey.Strand;
import tributary.attribution.journey.Touches;
import tributary.store.Facts;

/// Everything that judging sees of journeys, as texts without any number in them.
final class Portrait {
    private final AccountJourneys journeys;
    private final Facts facts;
    private final Catalog catalog;
    private final People people;

    private Portrait(AccountJourneys journeys, Facts facts) {
        this.journeys = journeys;
        this.facts = facts;
        catalog = journeys.catalog();
        people = journeys.cursor();
    }

    static List<String> of(AccountJourneys journeys, Facts facts) {
        var all = new ArrayList<>(persons(journeys, facts));
        all.removeIf(String::isEmpty);
        all.addAll(deals(journeys, facts));
        all.add(journeys.settings().toString());
        Collections.sort(all);
        return all;
    }

    /// By number; of nobody an empty text.
    static List<String> persons(AccountJourneys journeys, Facts facts) {
        var portrait = new Portrait(journeys, facts);
        return IntStream.range(0, journeys.people()).mapToObj(portrait::person).toList();
    }

    /// By number.
    static List<String> deals(AccountJourneys journeys, Facts facts) {
        var portrait = new Portrait(journeys, facts);
        return IntStream.range(0, journeys.deals()).mapToObj(portrait::deal).toList();
    }

    private String person(int number) {
        people.person(number);
        if (people.isNobody()) return "";
        var strands = new ArrayList<String>();
        for (var i = 0; i < people.strands(); i++) strands.add(strand(i));
        Collections.sort(strands);
        if (people.contact() == Touches.NONE) return "browser " + strands;
        return "contact " + journeys.contactId(people.contact()) + " " + creation() + "\n" + String.join("\n", strands);
    }

    private String creation() {
        var creation = people.creation();
        var isAct = creation.by() == By.SUBMISSION || creation.by() == By.OTHER_ACT;
        return "created " + creation.atMicros() + " " + creation.by() + " "
                + (isAct
                        ? creation.kind() + " " + Doubt.values()[creation.bot()] + " "
                                + facts.interaction(creation.position(), creation.line())
                        : "")
                + (creation.strand() == Touches.NONE ? "" : " in " + nameOf(creation.strand()));
    }

    private String nameOf(int strand) {
        var into = new Strand();
        for (var i = 0; i < people.strands(); i++) {
            people.strand(i, into);
            if (into.number() == strand) return name(into);
        }
        throw new AssertionError("the creation is in none of the person's strands");
    }

    private String name(Strand strand) {
        if (!strand.browser()) return "acts without browser";
        if (strand.from() == strand.to()) return "silent browser";
        var touches = strand.touches();
        return facts.interaction(touches.position(strand.from()), touches.line(strand.from()))
                .visitor();
    }

    private String strand(int index) {
        var strand = new Strand();
        people.strand(index, strand);
        var rows = IntStream.range(strand.from(), strand.to())
                .mapToObj(row -> touch(strand, row))
                .toList();
        return name(strand) + (people.isHome(index) ? " at home" : "") + (strand.soleOwner() ? "" : " shared") + "\n  "
                + String.join("\n  ", rows);
    }

    private String touch(Strand strand, int row) {
        var touches = strand.touches();
        var at = touches.at(row);
        var named = touches.contact(row);
        return at + " " + Kind.of(touches.kind(row)) + " " + Doubt.values()[touches.doubt(row)] + " "
                + SessionOrigin.values()[touches.origin(row)] + (touches.byAddress(row) ? " by address" : "") + " "
                + asset(touches.asset(row), at) + " " + asset(touches.page(row), at) + " "
                + arrival(touches.arrival(row), at)
                + " named " + contact(named)
                + (named != Touches.NONE && people.is(named) ? " mine" : "")
                + " owned " + contact(strand.owner(at)) + " "
                + facts.interaction(touches.position(row), touches.line(row)).line();
    }

    private String contact(int contact) {
        return contact == Touches.NONE ? "-" : journeys.contactId(journeys.survivor(contact));
    }

    private String asset(int asset, long at) {
        var meant = Touches.isByUrl(asset) ? catalog.page(Touches.url(asset), at) : asset;
        if (meant == Touches.NONE) return "-";
        return catalog.typeOf(meant) + "/" + catalog.idOf(meant) + holders(catalog.assetHoldings(), meant, at)
                + catalog.host(meant, at) + catalog.hasForm(meant, at) + catalog.isStatic(meant, at);
    }

    private String arrival(int number, long at) {
        var arrival = journeys.arrivals().get(number);
        return arrival + ""
                + holders(catalog.utmHoldings(), catalog.utm(arrival.utm()), at)
                + holders(catalog.keywordHoldings(), catalog.keyword(arrival.keyword()), at);
    }

    private List<String> holders(Holdings holdings, int subject, long at) {
        return IntStream.range(holdings.first(subject), holdings.end(subject))
                .filter(i -> holdings.covers(i, at))
                .mapToObj(i -> catalog.campaignId(holdings.campaign(i)))
                .sorted()
                .toList();
    }

    private String deal(int number) {
        Deal deal = journeys.deal(number);
        if (journeys.directory().deal(number).survivor() != number) return "merged deal";
        var ties = IntStream.range(0, deal.contacts().length)
                .mapToObj(i ->
                        contact(deal.contacts()[i]) + "[" + deal.contactFrom()[i] + "," + deal.contactTo()[i] + ")")
                .sorted()
                .toList();
        return "deal " + journeys.dealId(number) + " " + deal.createdAt() + " " + Arrays.toString(deal.stageAt())
                + Arrays.toString(deal.stageWon()) + " " + ties + " " + deal.deleted() + " " + deal.hasAmount() + " "
                + deal.amountMinor() + " " + deal.convertible() + " " + deal.closeDay() + " " + deal.closeAt() + " "
                + journeys.directory().deal(number).problem();
    }
}
