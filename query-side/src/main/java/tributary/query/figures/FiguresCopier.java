package tributary.query.figures;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.TreeSet;

/// Copies figures out, piece by piece, for whoever keeps them elsewhere; while they hold still.
public final class FiguresCopier {
    private final HeapFigures figures;

    public FiguresCopier(HeapFigures figures) {
        this.figures = figures;
    }

    /// Campaigns up to this number, not included, may count something.
    public int campaigns() {
        return figures.tally().campaigns();
    }

    /// Deals up to this number, not included, may count something.
    public int deals() {
        return figures.deals().owners();
    }

    /// The days on which a campaign, or the account, counts something; ascending.
    public long[] days(int campaign) {
        var tally = figures.tally();
        var days = new TreeSet<Long>();
        for (var series = 0; series < tally.series(); series++)
            tally.each(series, campaign, DayPages.FIRST_DAY, DayPages.LAST_DAY, (day, _) -> days.add(day));
        var contacts = tally.findContacts(campaign);
        if (contacts != null) contacts.eachDay(days::add);
        return days.stream().mapToLong(Long::longValue).toArray();
    }

    public DayCopy day(int campaign, long day) {
        var tally = figures.tally();
        var values = new long[tally.series()];
        for (var series = 0; series < values.length; series++) values[series] = tally.sum(series, campaign, day, day);
        var contacts = tally.findContacts(campaign);
        return new DayCopy(campaign, day, values, contacts == null ? new int[0] : contacts.on(day));
    }

    /// What a person contributes as a contact; nothing if the person is none.
    public void contact(int person, PersonReader out) {
        var persons = figures.persons();
        if (!persons.has(person)) return;
        var longs = persons.array(person);
        var start = persons.start(person);
        if (PersonContribution.contact(longs, start) < 0) return;
        var end = PersonContribution.end(longs, start);
        for (var at = PersonContribution.entries(start); at < end; at += Entry.size(longs[at]))
            if (Entry.what(longs[at]) != Entry.SESSION) tell(longs[at], longs[at + 1], out);
    }

    private static void tell(long entry, long at, PersonReader out) {
        var campaign = Entry.campaign(entry);
        var first = Entry.is(entry, Entry.FIRST);
        switch (Entry.what(entry)) {
            case Entry.FIRST_TOUCH -> out.firstTouch(campaign, first, at);
            case Entry.LAST_TOUCH -> out.lastTouch(campaign, first, at);
            case Entry.INFLUENCE ->
                out.influence(
                        campaign,
                        Entry.number(entry),
                        first,
                        Entry.is(entry, Entry.OF_CAMPAIGN),
                        Entry.is(entry, Entry.OF_KEY),
                        at);
            case Entry.REVENUE_SINCE -> out.revenueSince(campaign, at);
            default -> throw new IllegalStateException("no entry of a person: " + entry);
        }
    }

    /// What a deal contributes; nothing if it is not won.
    public void deal(int deal, DealReader out) {
        var deals = figures.deals();
        if (!deals.has(deal)) return;
        var longs = deals.array(deal);
        var start = deals.start(deal);
        var eligible = DealContribution.isEligible(longs, start)
                ? OptionalLong.of(DealContribution.eligible(longs, start))
                : OptionalLong.empty();
        out.won(DealContribution.wonAt(longs, start), DealContribution.closeDay(longs, start), eligible);
        var end = DealContribution.end(longs, start);
        for (var at = DealContribution.entries(start); at < end; at += Entry.size(longs[at]))
            if (Entry.what(longs[at]) == Entry.CLOSED)
                out.closed(Entry.campaign(longs[at]), contacts(longs, at + 1, Entry.number(longs[at])));
    }

    private static int[] contacts(long[] longs, int from, int count) {
        return Arrays.stream(longs, from, from + count)
                .mapToInt(contact -> (int) contact)
                .toArray();
    }
}
