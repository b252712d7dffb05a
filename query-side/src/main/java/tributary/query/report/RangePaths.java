package tributary.query.report;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import tributary.attribution.datadriven.CampaignPaths;
import tributary.attribution.journey.Deal;
import tributary.attribution.journey.Touches;
import tributary.attribution.judge.CampaignSteps;
import tributary.attribution.judge.DealPeople;
import tributary.events.Refusal;
import tributary.query.live.AccountView;

/// The paths of campaigns of a range: those to the deals that close in it, and those of contacts who are in no won
/// deal at all, as far as they lie in it (docs/data-driven-models.md).
final class RangePaths {
    /// Campaigns that a Markov chain may have: its cost grows with their cube, and the account holds still meanwhile.
    static final int MOST_CAMPAIGNS = 2_000;

    private final AccountView view;
    private final CampaignSteps steps;
    private final DealPeople people;
    private final CampaignPaths paths = new CampaignPaths();

    RangePaths(AccountView view) {
        this.view = view;
        this.steps = new CampaignSteps(view.premises());
        this.people = view.dealPeople();
    }

    /// Adds the paths to the deals that attribution is about.
    RangePaths toDeals(long fromDay, long toDay) {
        view.figures().eligibleDeals(fromDay, toDay, (number, amountMinor) -> {
            var deal = view.journeys().deal(number);
            steps.ofDeal(deal, people, paths);
            paths.converted(closeDay(deal), amountMinor);
        });
        return this;
    }

    private int closeDay(Deal deal) {
        return Deal.effectiveCloseDay(
                deal.closeDay(), deal.closeAt(), deal.wonAt(), view.settings().zone());
    }

    /// Adds the paths that led to no deal.
    RangePaths toNone(long fromDay, long toDay) {
        var winners = winners();
        var journeys = view.journeys();
        for (var contact = 0; contact < journeys.contacts(); contact++) {
            var isOne = journeys.survivor(contact) == contact && journeys.personOf(contact) != Touches.NONE;
            if (!isOne || winners.get(contact)) continue;
            steps.ofContact(contact, startOf(fromDay), startOf(toDay + 1), people, paths);
            paths.ended();
        }
        return this;
    }

    private BitSet winners() {
        var winners = new BitSet();
        for (var number = 0; number < view.journeys().deals(); number++) {
            var deal = view.journeys().deal(number);
            if (deal.wonAt() == Deal.NOT_WON) continue;
            var contacts = steps.contacts(deal);
            for (var i = 0; i < contacts.size(); i++) winners.set(contacts.get(i));
        }
        return winners;
    }

    private long startOf(long day) {
        var start = LocalDate.ofEpochDay(day).atStartOfDay(view.settings().zone());
        return TimeUnit.SECONDS.toMicros(start.toEpochSecond());
    }

    CampaignPaths paths() {
        return paths;
    }

    /// As [#paths], for MARKOV.
    ///
    /// @throws Refusal.Invalid if there are more campaigns on them than [#MOST_CAMPAIGNS]
    CampaignPaths chainable() {
        return chainable(paths);
    }

    static CampaignPaths chainable(CampaignPaths paths) {
        var met = paths.campaignsMet();
        if (met <= MOST_CAMPAIGNS) return paths;
        throw new Refusal.Invalid(
                        "too-many-campaigns",
                        "The range has too many campaigns",
                        "model MARKOV would reckon with the " + met + " campaigns on the paths of this range; at most "
                                + MOST_CAMPAIGNS
                                + " would be accepted, as in a shorter range, or another model, such as "
                                + Models.SHAPLEY)
                .with("campaigns", met)
                .with("accepted", MOST_CAMPAIGNS);
    }
}
