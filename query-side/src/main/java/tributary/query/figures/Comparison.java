package tributary.query.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import tributary.query.journey.Hands;

/// Compares figures, day by day and series by series, and contribution by contribution: what one has and the other
/// has not. Both must number campaigns, persons and deals alike. It goes in slices: in between both may change, as long
/// as both change alike.
public final class Comparison {
    /// So many differences are told; of the others only how many they are.
    public static final int TOLD = 100;

    /// Persons or deals; small enough for others to take their turn.
    private static final int SLICE = 1 << 16;
    private static final int PORTION = 1 << 10;

    private final HeapFigures before;
    private final HeapFigures after;
    private final List<Difference> told = new ArrayList<>();
    private long found;
    private int personsDone;
    private int dealsDone;
    private long unlikePersons;
    private long unlikeDeals;

    /// Nothing is compared yet.
    public Comparison(HeapFigures before, HeapFigures after) {
        this.before = before;
        this.after = after;
    }

    /// Compares everything without a break.
    public static Comparison atOnce(HeapFigures before, HeapFigures after) {
        var comparison = new Comparison(before, after);
        while (comparison.slice(Hands.ONE)) {} // until there is no more
        return comparison;
    }

    /// Whether this is about these.
    public boolean isOf(HeapFigures one, HeapFigures other) {
        return before == one && after == other;
    }

    /// Compares the next slice; says whether there is more. Both must hold still meanwhile.
    ///
    /// @param hands share out looking at each person and deal
    public boolean slice(Hands hands) {
        var persons = Math.max(before.persons().owners(), after.persons().owners());
        var deals = Math.max(before.deals().owners(), after.deals().owners());
        if (personsDone < persons) {
            var to = Math.min(persons, personsDone + SLICE);
            unlikePersons += unlike(before.persons(), after.persons(), personsDone, to, hands);
            personsDone = to;
        } else if (dealsDone < deals) {
            var to = Math.min(deals, dealsDone + SLICE);
            unlikeDeals += unlike(before.deals(), after.deals(), dealsDone, to, hands);
            dealsDone = to;
        } else {
            compareCounters();
            tell("contributionsOfPersons", Difference.NO_MODEL, Figures.ACCOUNT, Difference.NO_DAY, 0, unlikePersons);
            tell("contributionsOfDeals", Difference.NO_MODEL, Figures.ACCOUNT, Difference.NO_DAY, 0, unlikeDeals);
            return false;
        }
        return true;
    }

    /// The first [#TOLD] differences.
    public List<Difference> differences() {
        return List.copyOf(told);
    }

    /// How many differences there are.
    public long found() {
        return found;
    }

    private void compareCounters() {
        var campaigns = Math.max(before.tally().campaigns(), after.tally().campaigns());
        for (var campaign = Figures.ACCOUNT; campaign < campaigns; campaign++) {
            if (!Tally.same(before.tally(), after.tally(), campaign))
                for (var series = 0; series < before.tally().series(); series++) compareSeries(series, campaign);
            compareRevenueContacts(campaign);
        }
    }

    private void compareSeries(int series, int campaign) {
        var days = new TreeSet<Long>();
        for (var tally : List.of(before.tally(), after.tally()))
            tally.each(series, campaign, DayPages.FIRST_DAY, DayPages.LAST_DAY, (day, _) -> days.add(day));
        for (var day : days) {
            tell(
                    Tally.name(series),
                    Tally.model(series),
                    campaign,
                    day,
                    before.tally().sum(series, campaign, day, day),
                    after.tally().sum(series, campaign, day, day));
        }
    }

    private void compareRevenueContacts(int campaign) {
        var metric = Metric.REVENUE_CONTACTS;
        var old = before.count(metric, campaign, DayPages.FIRST_DAY, DayPages.LAST_DAY);
        var fresh = after.count(metric, campaign, DayPages.FIRST_DAY, DayPages.LAST_DAY);
        tell(metric.word(), Difference.NO_MODEL, campaign, Difference.NO_DAY, old, fresh);
    }

    private static long unlike(Records old, Records fresh, int from, int to, Hands hands) {
        var unlike = new LongAdder();
        hands.share(from, to, PORTION, (first, end) -> {
            for (var owner = first; owner < end; owner++) if (!Records.same(old, fresh, owner)) unlike.increment();
        });
        return unlike.sum();
    }

    private void tell(String series, int model, int campaign, long day, long old, long fresh) {
        if (old == fresh) return;
        found++;
        if (told.size() < TOLD) told.add(new Difference(series, model, campaign, day, old, fresh));
    }
}
