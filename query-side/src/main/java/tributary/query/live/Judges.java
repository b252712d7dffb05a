package tributary.query.live;

import tributary.attribution.journey.Deal;
import tributary.attribution.journey.Person;
import tributary.attribution.journey.Touches;
import tributary.attribution.judge.CampaignMoments;
import tributary.attribution.judge.ContactFindings;
import tributary.attribution.judge.DealJudge;
import tributary.attribution.judge.DealPeople;
import tributary.attribution.judge.PersonJudge;
import tributary.attribution.judge.Premises;
import tributary.query.figures.DealContribution;
import tributary.query.figures.HeapFigures;
import tributary.query.figures.PersonContribution;
import tributary.query.journey.AccountJourneys;
import tributary.query.journey.People;

/// The judges of persons and deals for one thread, with the cursors and contributions they use again and again.
final class Judges implements DealPeople, ContactFindings {
    private final AccountJourneys journeys;
    private final HeapFigures figures;
    private final People people;
    private final PersonJudge personJudge;
    private final DealJudge dealJudge;
    private final PersonContribution person;
    private final DealContribution deal;

    Judges(AccountJourneys journeys, Premises premises, HeapFigures figures) {
        this.journeys = journeys;
        this.figures = figures;
        this.people = journeys.cursor();
        this.personJudge = new PersonJudge(premises);
        this.dealJudge = new DealJudge(premises);
        this.person = figures.personContribution();
        this.deal = figures.dealContribution();
    }

    /// What the person contributes; good until the next.
    PersonContribution person(Person judged) {
        person.begin(judged);
        personJudge.judge(judged, person);
        person.end();
        return person;
    }

    /// What the deal contributes, once its contacts are judged; good until the next.
    DealContribution deal(Deal judged) {
        deal.begin(judged);
        dealJudge.judge(judged, this, this, deal);
        deal.end();
        return deal;
    }

    /// The cursor of this thread.
    People people() {
        return people;
    }

    @Override
    public Person person(int contact) {
        return people.person(journeys.personOf(contact));
    }

    @Override
    public int compareIds(int contactA, int contactB) {
        return journeys.contactId(contactA).compareTo(journeys.contactId(contactB));
    }

    @Override
    public void influencedSince(int contact, CampaignMoments into) {
        var number = journeys.personOf(contact);
        if (number != Touches.NONE) figures.influencedSince(number, into);
    }

    @Override
    public void revenueSince(int contact, CampaignMoments into) {
        var number = journeys.personOf(contact);
        if (number != Touches.NONE) figures.revenueSince(number, into);
    }
}
