package tributary.query.figures;

import java.util.HashSet;
import java.util.Set;

/// What has changed in figures since somebody copied them out: days of campaigns, contacts in campaigns (those of
/// [#CONTACTS] consecutive numbers together) and deals. Whoever changes figures does so alone, and whoever takes
/// what is here does so while they hold still.
public final class Dirt {
    /// So many contacts are copied together.
    public static final int CONTACTS = 1 << 10;

    /// A campaign, or [Figures#ACCOUNT], and a day.
    public record Day(int campaign, long day) {}

    /// A campaign, or [Figures#ACCOUNT], and contacts from `block` × [#CONTACTS] on.
    public record Block(int campaign, int block) {}

    private final DayCalendar calendar;
    private Set<Day> days = new HashSet<>();
    private Set<Block> blocks = new HashSet<>();
    private Set<Integer> deals = new HashSet<>();

    Dirt(DayCalendar calendar) {
        this.calendar = calendar;
    }

    public Set<Day> days() {
        return days;
    }

    public Set<Block> blocks() {
        return blocks;
    }

    public Set<Integer> deals() {
        return deals;
    }

    public boolean isEmpty() {
        return days.isEmpty() && blocks.isEmpty() && deals.isEmpty();
    }

    /// Takes everything out of here into what is given back.
    public Dirt take() {
        var taken = new Dirt(calendar);
        taken.days = days;
        taken.blocks = blocks;
        taken.deals = deals;
        days = new HashSet<>();
        blocks = new HashSet<>();
        deals = new HashSet<>();
        return taken;
    }

    /// Adds what was taken from here, or elsewhere, before.
    public void add(Dirt other) {
        days.addAll(other.days);
        blocks.addAll(other.blocks);
        deals.addAll(other.deals);
    }

    /// A person contributes this no more, or from now on.
    void person(long[] longs, int start) {
        var contact = PersonContribution.contact(longs, start);
        var end = PersonContribution.end(longs, start);
        for (var at = PersonContribution.entries(start); at < end; at += Entry.size(longs[at])) {
            var entry = longs[at];
            if (Entry.what(entry) == Entry.SESSION) day(Entry.campaign(entry), Entry.signed(entry));
            else momentous(Entry.campaign(entry), contact / CONTACTS, Entry.what(entry), longs[at + 1]);
        }
    }

    private void momentous(int campaign, int block, int what, long at) {
        if (what != Entry.REVENUE_SINCE) day(campaign, calendar.day(at));
        blocks.add(new Block(campaign, block));
        blocks.add(new Block(Figures.ACCOUNT, block));
    }

    /// A deal contributes this no more, or from now on.
    void deal(int deal, long[] longs, int start) {
        deals.add(deal);
        var day = DealContribution.closeDay(longs, start);
        days.add(new Day(Figures.ACCOUNT, day));
        var end = DealContribution.end(longs, start);
        for (var at = DealContribution.entries(start); at < end; at += Entry.size(longs[at]))
            if (Entry.campaign(longs[at]) != Entry.WHOLE) days.add(new Day(Entry.campaign(longs[at]), day));
    }

    /// A deal was looked at: what it is called may be something else.
    void deal(int deal) {
        deals.add(deal);
    }

    private void day(int campaign, long day) {
        days.add(new Day(campaign, day));
        days.add(new Day(Figures.ACCOUNT, day));
    }
}
