package tributary.query.figures;

import java.util.Arrays;

/// Counters by day for each campaign and the account, to which packed contributions are added and from which they
/// are taken again: the same walk with the other sign, so that nothing can stay behind.
///
/// A series is a metric, or attributed revenue under one model, or the sum of all deals that attribution is about.
final class Tally {
    private static final Metric[] METRICS = Metric.values();
    private static final int TOTAL = METRICS.length;

    private final DayCalendar calendar;
    private final int series;
    /// Per campaign, the account first: counters by series.
    private DayCounts[][] counters = {};
    private DayContacts[] revenueContacts = {};

    Tally(DayCalendar calendar, int models) {
        this.calendar = calendar;
        this.series = TOTAL + 1 + models;
    }

    /// The series of attributed revenue under a model.
    static int attributed(int model) {
        return TOTAL + 1 + model;
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
        if (series < TOTAL) return METRICS[series].word();
        return series == TOTAL ? "attributable" : Metric.ATTRIBUTED_REVENUE.word();
    }

    /// The model of a series, or [Difference#NO_MODEL].
    static int model(int series) {
        return series > TOTAL ? series - TOTAL - 1 : Difference.NO_MODEL;
    }

    /// Campaigns up to this number, not included, have counters.
    int campaigns() {
        return Math.max(0, Math.max(counters.length, revenueContacts.length) - 1);
    }

    /// Adds (`sign` 1) or takes away (-1) a person's contribution.
    void person(long[] longs, int start, int sign) {
        var end = PersonContribution.end(longs, start);
        for (var at = PersonContribution.entries(start); at < end; at += Entry.size(longs[at])) entry(longs, at, sign);
    }

    private void entry(long[] longs, int at, int sign) {
        var entry = longs[at];
        var campaign = Entry.campaign(entry);
        switch (Entry.what(entry)) {
            case Entry.SESSION -> once(Metric.SESSIONS, entry, Entry.signed(entry), sign);
            case Entry.FIRST_TOUCH -> once(Metric.NEW_CONTACTS_FIRST_TOUCH, entry, calendar.day(longs[at + 1]), sign);
            case Entry.LAST_TOUCH -> once(Metric.NEW_CONTACTS_LAST_TOUCH, entry, calendar.day(longs[at + 1]), sign);
            case Entry.INFLUENCE -> influence(campaign, entry, calendar.day(longs[at + 1]), sign);
            default -> {} // since when someone can be a revenue contact counts only with a deal
        }
    }

    private void once(Metric metric, long entry, long day, int sign) {
        add(metric.ordinal(), Entry.campaign(entry), day, sign);
        if (Entry.is(entry, Entry.FIRST)) add(metric.ordinal(), Figures.ACCOUNT, day, sign);
    }

    private void influence(int campaign, long entry, long day, int sign) {
        add(Metric.UNIQUE_INFLUENCES.ordinal(), campaign, day, sign);
        if (Entry.is(entry, Entry.OF_KEY)) add(Metric.UNIQUE_INFLUENCES.ordinal(), Figures.ACCOUNT, day, sign);
        if (Entry.is(entry, Entry.OF_CAMPAIGN)) add(Metric.INFLUENCED_CONTACTS.ordinal(), campaign, day, sign);
        if (Entry.is(entry, Entry.FIRST)) add(Metric.INFLUENCED_CONTACTS.ordinal(), Figures.ACCOUNT, day, sign);
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
        add(Metric.CLOSED_DEALS.ordinal(), campaign, day, sign);
        add(Metric.INFLUENCED_REVENUE.ordinal(), campaign, day, sign * DealContribution.amount(longs, start));
    }

    private void revenueContact(int campaign, long entry, long day, int sign) {
        contacts(campaign).put(day, Entry.number(entry), sign);
        if (Entry.is(entry, Entry.FIRST)) contacts(Figures.ACCOUNT).put(day, Entry.number(entry), sign);
    }

    void add(int series, int campaign, long day, long value) {
        if (value != 0) counter(series, campaign).add(day, value);
    }

    /// Adds everything another tally of the same rule set and zone holds.
    void addAll(Tally other) {
        for (var campaign = Figures.ACCOUNT; campaign < other.campaigns(); campaign++) {
            for (var i = 0; i < series; i++) {
                var theirs = other.find(i, campaign);
                if (theirs != null) counter(i, campaign).addAll(theirs);
            }
            var theirContacts = other.findContacts(campaign);
            if (theirContacts != null) contacts(campaign).addAll(theirContacts);
        }
    }

    /// The counters of a series, or `null` if nothing was ever counted there.
    DayCounts find(int series, int campaign) {
        return campaign + 1 < counters.length && counters[campaign + 1] != null ? counters[campaign + 1][series] : null;
    }

    /// The revenue contacts of a campaign or the account, or `null` if there never was one.
    DayContacts findContacts(int campaign) {
        return campaign + 1 < revenueContacts.length ? revenueContacts[campaign + 1] : null;
    }

    private DayCounts counter(int which, int campaign) {
        var row = campaign + 1;
        if (row >= counters.length) counters = Arrays.copyOf(counters, Math.max(row + 1, counters.length * 3 / 2));
        if (counters[row] == null) counters[row] = new DayCounts[series];
        if (counters[row][which] == null) counters[row][which] = new DayCounts();
        return counters[row][which];
    }

    private DayContacts contacts(int campaign) {
        var row = campaign + 1;
        if (row >= revenueContacts.length)
            revenueContacts = Arrays.copyOf(revenueContacts, Math.max(row + 1, counters.length));
        if (revenueContacts[row] == null) revenueContacts[row] = new DayContacts();
        return revenueContacts[row];
    }
}
