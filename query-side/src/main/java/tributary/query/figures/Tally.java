package tributary.query.figures;

import java.util.Arrays;

/// Counters by day for each campaign and the account, to which packed contributions are added and from which they
/// are taken again: the same walk with the other sign, so that nothing can stay behind.
///
/// A series is a metric, or attributed revenue under one model, or the sum of all deals that attribution is about.
/// Those that persons contribute to lie apart from those of deals: there are many more persons, and what is counted
/// for them should stay in the processor's cache.
final class Tally {
    private static final int SESSIONS = 0;
    private static final int FIRST_TOUCH = 1;
    private static final int LAST_TOUCH = 2;
    private static final int INFLUENCED = 3;
    private static final int UNIQUE_INFLUENCES = 4;

    /// Series below are of persons.
    private static final int DEALS = 5;

    private static final int CLOSED_DEALS = DEALS;
    private static final int INFLUENCED_REVENUE = DEALS + 1;
    private static final int TOTAL = DEALS + 2;
    private static final int MODELS = DEALS + 3;

    private static final Metric[] METRICS = {
        Metric.SESSIONS,
        Metric.NEW_CONTACTS_FIRST_TOUCH,
        Metric.NEW_CONTACTS_LAST_TOUCH,
        Metric.INFLUENCED_CONTACTS,
        Metric.UNIQUE_INFLUENCES,
        Metric.CLOSED_DEALS,
        Metric.INFLUENCED_REVENUE
    };

    private final DayCalendar calendar;
    private final int series;
    /// Per campaign, the account first.
    private DayCounts[] ofPersons = {};
    private DayCounts[] ofDeals = {};
    private DayContacts[] revenueContacts = {};

    Tally(DayCalendar calendar, int models) {
        this.calendar = calendar;
        this.series = MODELS + models;
    }

    /// The series of a metric that does not depend on the model.
    static int series(Metric metric) {
        var found = Arrays.asList(METRICS).indexOf(metric);
        if (found < 0) throw new IllegalArgumentException(metric + " is no series");
        return found;
    }

    /// The series of attributed revenue under a model.
    static int attributed(int model) {
        return MODELS + model;
    }

    /// The series of the amounts of all deals that attribution is about; of the account only.
    static int total() {
        return TOTAL;
    }

    /// How many series there are.
    int series() {
        return series;
    }

    /// What a series counts, in the API's words.
    static String name(int series) {
        if (series < METRICS.length) return METRICS[series].word();
        return series == TOTAL ? "attributable" : Metric.ATTRIBUTED_REVENUE.word();
    }

    /// The model of a series, or [Difference#NO_MODEL].
    static int model(int series) {
        return series >= MODELS ? series - MODELS : Difference.NO_MODEL;
    }

    /// Campaigns up to this number, not included, have counters.
    int campaigns() {
        return Math.max(Math.max(ofPersons.length, ofDeals.length), revenueContacts.length) - 1;
    }

    /// Adds (`sign` 1) or takes away (-1) a person's contribution.
    void person(long[] longs, int start, int sign) {
        var end = PersonContribution.end(longs, start);
        for (var at = PersonContribution.entries(start); at < end; ) {
            var entry = longs[at];
            if (Entry.what(entry) == Entry.SESSION) {
                once(SESSIONS, entry, Entry.signed(entry), sign);
                at++;
            } else {
                momentous(entry, longs[at + 1], sign);
                at += 2;
            }
        }
    }

    private void momentous(long entry, long at, int sign) {
        switch (Entry.what(entry)) {
            case Entry.INFLUENCE -> influence(entry, calendar.day(at), sign);
            case Entry.FIRST_TOUCH -> once(FIRST_TOUCH, entry, calendar.day(at), sign);
            case Entry.LAST_TOUCH -> once(LAST_TOUCH, entry, calendar.day(at), sign);
            default -> {} // since when someone can be a revenue contact counts only with a deal
        }
    }

    private void once(int which, long entry, long day, int sign) {
        persons(Entry.campaign(entry)).add(which, day, sign);
        if (Entry.is(entry, Entry.FIRST)) persons(Figures.ACCOUNT).add(which, day, sign);
    }

    private void influence(long entry, long day, int sign) {
        var campaign = persons(Entry.campaign(entry));
        campaign.add(UNIQUE_INFLUENCES, day, sign);
        if (Entry.is(entry, Entry.OF_CAMPAIGN)) campaign.add(INFLUENCED, day, sign);
        if (!Entry.is(entry, Entry.OF_KEY | Entry.FIRST)) return;
        var account = persons(Figures.ACCOUNT);
        if (Entry.is(entry, Entry.OF_KEY)) account.add(UNIQUE_INFLUENCES, day, sign);
        if (Entry.is(entry, Entry.FIRST)) account.add(INFLUENCED, day, sign);
    }

    /// Adds (`sign` 1) or takes away (-1) a deal's contribution.
    void deal(long[] longs, int start, int sign) {
        var day = DealContribution.closeDay(longs, start);
        var end = DealContribution.end(longs, start);
        add(TOTAL, Figures.ACCOUNT, day, sign * DealContribution.eligible(longs, start));
        var closed = false;
        for (var at = DealContribution.entries(start); at < end; at += Entry.size(longs[at])) {
            var entry = longs[at];
            var campaign = Entry.campaign(entry);
            switch (Entry.what(entry)) {
                case Entry.CLOSED -> {
                    close(campaign, longs, start, sign);
                    closed = true;
                }
                case Entry.REVENUE_CONTACT -> revenueContact(campaign, entry, day, sign);
                default ->
                    add(
                            attributed(Entry.number(entry)),
                            campaign == Entry.WHOLE ? Figures.ACCOUNT : campaign,
                            day,
                            sign * longs[at + 1]);
            }
        }
        if (closed) close(Figures.ACCOUNT, longs, start, sign);
    }

    private void close(int campaign, long[] longs, int start, int sign) {
        var day = DealContribution.closeDay(longs, start);
        add(CLOSED_DEALS, campaign, day, sign);
        add(INFLUENCED_REVENUE, campaign, day, sign * DealContribution.amount(longs, start));
    }

    private void revenueContact(int campaign, long entry, long day, int sign) {
        contacts(campaign).put(day, Entry.number(entry), sign);
        if (Entry.is(entry, Entry.FIRST)) contacts(Figures.ACCOUNT).put(day, Entry.number(entry), sign);
    }

    void add(int which, int campaign, long day, long value) {
        if (value == 0) return;
        if (which < DEALS) persons(campaign).add(which, day, value);
        else deals(campaign).add(which - DEALS, day, value);
    }

    /// Adds everything another tally of the same rule set and zone holds.
    void addAll(Tally other) {
        for (var campaign = Figures.ACCOUNT; campaign < other.campaigns(); campaign++) {
            var theirPersons = at(other.ofPersons, campaign);
            if (theirPersons != null) persons(campaign).addAll(theirPersons);
            var theirDeals = at(other.ofDeals, campaign);
            if (theirDeals != null) deals(campaign).addAll(theirDeals);
            var theirContacts = other.findContacts(campaign);
            if (theirContacts != null) contacts(campaign).addAll(theirContacts);
        }
    }

    long sum(int which, int campaign, long fromDay, long toDay) {
        var counts = find(which, campaign);
        return counts == null ? 0 : counts.sum(counter(which), fromDay, toDay);
    }

    /// Gives the days of a range on which a series is not 0, ascending.
    void each(int which, int campaign, long fromDay, long toDay, Figures.DayConsumer out) {
        var counts = find(which, campaign);
        if (counts != null) counts.each(counter(which), fromDay, toDay, out);
    }

    /// Whether all series of a campaign, or the account, are the same in both.
    static boolean same(Tally a, Tally b, int campaign) {
        return DayCounts.same(at(a.ofPersons, campaign), at(b.ofPersons, campaign))
                && DayCounts.same(at(a.ofDeals, campaign), at(b.ofDeals, campaign));
    }

    /// The revenue contacts of a campaign or the account, or `null` if there never was one.
    DayContacts findContacts(int campaign) {
        return at(revenueContacts, campaign);
    }

    private DayCounts find(int which, int campaign) {
        return at(which < DEALS ? ofPersons : ofDeals, campaign);
    }

    private static int counter(int which) {
        return which < DEALS ? which : which - DEALS;
    }

    private static <T> T at(T[] byCampaign, int campaign) {
        return campaign + 1 < byCampaign.length ? byCampaign[campaign + 1] : null;
    }

    private DayCounts persons(int campaign) {
        var row = campaign + 1;
        if (row >= ofPersons.length) ofPersons = Arrays.copyOf(ofPersons, more(row, ofPersons.length));
        if (ofPersons[row] == null) ofPersons[row] = new DayCounts(DEALS);
        return ofPersons[row];
    }

    private DayCounts deals(int campaign) {
        var row = campaign + 1;
        if (row >= ofDeals.length) ofDeals = Arrays.copyOf(ofDeals, more(row, ofDeals.length));
        if (ofDeals[row] == null) ofDeals[row] = new DayCounts(series - DEALS);
        return ofDeals[row];
    }

    private DayContacts contacts(int campaign) {
        var row = campaign + 1;
        if (row >= revenueContacts.length)
            revenueContacts = Arrays.copyOf(revenueContacts, more(row, revenueContacts.length));
        if (revenueContacts[row] == null) revenueContacts[row] = new DayContacts();
        return revenueContacts[row];
    }

    private static int more(int row, int length) {
        return Math.max(row + 1, length * 3 / 2);
    }
}
