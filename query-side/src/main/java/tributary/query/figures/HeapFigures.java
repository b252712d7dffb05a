package tributary.query.figures;

import java.util.Arrays;
import java.util.Optional;
import tributary.attribution.judge.CampaignMoments;

/// Figures kept on the heap: the contribution of each person and deal, and counters by day that are the sum of them.
/// Whoever is judged anew has the old contribution taken out and the new one put in.
///
/// For one thread at a time, or several that only read; in the beginning [Part]s may fill it together.
public final class HeapFigures implements Figures {
    private static final long[] NOTHING = {};

    private final DayCalendar calendar;
    private final int models;
    private final int linear;
    private final Records persons = new Records();
    private final Records deals = new Records();
    private final PersonsByCampaign where = new PersonsByCampaign();
    private final Tally tally;
    /// Of whoever copies these figures; empty if nobody does.
    private Optional<Dirt> dirt = Optional.empty();

    /// @param models how many credit models there are
    /// @param linear which of them is the linear one (D-36), or -1 if none is
    public HeapFigures(DayCalendar calendar, int models, int linear) {
        this.calendar = calendar;
        this.models = models;
        this.linear = linear;
        this.tally = new Tally(calendar, models);
    }

    /// From now on what changes is noted, in what is given back; noted before is nothing.
    public Dirt follow() {
        var fresh = new Dirt(calendar);
        dirt = Optional.of(fresh);
        return fresh;
    }

    /// A deal was judged anew. Whether or not it counts as it did, what it is called may have changed.
    public void dealJudged(int deal) {
        dirt.ifPresent(noting -> noting.deal(deal));
    }

    /// Something to judge persons into.
    public PersonContribution personContribution() {
        return new PersonContribution(calendar);
    }

    /// Something to judge deals into.
    public DealContribution dealContribution() {
        return new DealContribution();
    }

    /// Puts what a person contributes in place of what they did; nothing happens if it is the same.
    public void replace(int person, PersonContribution contribution) {
        if (persons.holds(person, contribution.longs(), 0, contribution.size())) return;
        replacePerson(person, contribution.longs(), 0, contribution.size());
    }

    private void replacePerson(int person, long[] longs, int start, int size) {
        removePerson(person);
        persons.replace(person, longs, start, size);
        if (size == 0) return;
        tally.person(longs, start, 1);
        where.add(person, longs, start);
        if (dirt.isPresent()) dirt.get().person(longs, start);
    }

    /// Takes out what a person contributed who is there no more.
    public void removePerson(int person) {
        if (!persons.has(person)) return;
        tally.person(persons.array(person), persons.start(person), -1);
        if (dirt.isPresent()) dirt.get().person(persons.array(person), persons.start(person));
        persons.replace(person, NOTHING, 0);
    }

    /// Puts what a deal contributes in place of what it did; nothing happens if it is the same.
    public void replace(int deal, DealContribution contribution) {
        if (deals.holds(deal, contribution.longs(), 0, contribution.size())) return;
        replaceDeal(deal, contribution.longs(), 0, contribution.size());
    }

    private void replaceDeal(int deal, long[] longs, int start, int size) {
        if (deals.has(deal)) deal(deal, deals.array(deal), deals.start(deal), -1);
        deals.replace(deal, longs, start, size);
        if (size > 0) deal(deal, longs, start, 1);
    }

    private void deal(int deal, long[] longs, int start, int sign) {
        tally.deal(longs, start, sign);
        if (dirt.isPresent()) dirt.get().deal(deal, longs, start);
    }

    /// Makes room for so many persons and deals, before [Part]s fill it.
    public void reach(int personCount, int dealCount) {
        persons.reach(personCount);
        deals.reach(dealCount);
    }

    /// A part to be filled by a thread of its own.
    public Part part() {
        return new Part();
    }

    /// Each campaign that influenced a person, with the earliest influence of any key.
    public void influencedSince(int person, CampaignMoments into) {
        moments(person, Entry.INFLUENCE, into);
    }

    /// Each campaign of which a person can be a revenue contact, with since when.
    public void revenueSince(int person, CampaignMoments into) {
        moments(person, Entry.REVENUE_SINCE, into);
    }

    private void moments(int person, int what, CampaignMoments into) {
        if (!persons.has(person)) return;
        var longs = persons.array(person);
        var start = persons.start(person);
        var end = PersonContribution.end(longs, start);
        for (var at = PersonContribution.entries(start); at < end; at += Entry.size(longs[at])) {
            var entry = longs[at];
            if (Entry.what(entry) != what) continue;
            if (what == Entry.INFLUENCE && !Entry.is(entry, Entry.OF_CAMPAIGN)) continue;
            into.take(Entry.campaign(entry), longs[at + 1]);
        }
    }

    @Override
    public long count(Metric metric, int campaign, long fromDay, long toDay) {
        if (metric.money()) throw new IllegalArgumentException(metric + " is money");
        if (metric == Metric.REVENUE_CONTACTS)
            return revenueContacts(campaign, fromDay, toDay).size();
        return tally.sum(Tally.series(metric), campaign, fromDay, toDay);
    }

    @Override
    public long minor(Metric metric, int model, int campaign, long fromDay, long toDay) {
        if (!metric.money()) throw new IllegalArgumentException(metric + " is a count");
        return tally.sum(series(metric, model), campaign, fromDay, toDay);
    }

    @Override
    public long attributable(long fromDay, long toDay) {
        return tally.sum(Tally.total(), ACCOUNT, fromDay, toDay);
    }

    @Override
    public void daily(Metric metric, int model, int campaign, long fromDay, long toDay, DayConsumer out) {
        if (metric == Metric.REVENUE_CONTACTS) throw new IllegalArgumentException(metric + " has no sum of days");
        tally.each(series(metric, model), campaign, fromDay, toDay, out);
    }

    @Override
    public void contacts(ContactList list, int campaign, long fromDay, long toDay, ContactConsumer out) {
        var lists = new Lists(persons, where, calendar, campaign, fromDay, toDay);
        switch (list) {
            case FIRST_TOUCH -> lists.newContacts(Entry.FIRST_TOUCH, out);
            case LAST_TOUCH -> lists.newContacts(Entry.LAST_TOUCH, out);
            case INFLUENCED -> lists.influenced(out);
            case REVENUE -> lists.revenue(revenueContacts(campaign, fromDay, toDay), out);
        }
    }

    @Override
    public void pairs(int campaign, long fromDay, long toDay, PairConsumer out) {
        new Lists(persons, where, calendar, campaign, fromDay, toDay).pairs(out);
    }

    @Override
    public void closedDeals(int campaign, long fromDay, long toDay, DealConsumer out) {
        DealLists.closed(deals, campaign, fromDay, toDay, out);
    }

    @Override
    public void eligibleDeals(long fromDay, long toDay, EligibleDealConsumer out) {
        DealLists.eligible(deals, fromDay, toDay, out);
    }

    Tally tally() {
        return tally;
    }

    Records persons() {
        return persons;
    }

    Records deals() {
        return deals;
    }

    int models() {
        return models;
    }

    private int series(Metric metric, int model) {
        return switch (metric) {
            case ATTRIBUTED_REVENUE -> attributed(model);
            case REVENUE -> attributed(linear);
            default -> Tally.series(metric);
        };
    }

    private int attributed(int model) {
        if (model < 0 || model >= models) throw new IllegalArgumentException("there is no model " + model);
        return Tally.attributed(model);
    }

    private ContactSet revenueContacts(int campaign, long fromDay, long toDay) {
        var set = new ContactSet();
        var contacts = tally.findContacts(campaign);
        if (contacts != null) contacts.collect(fromDay, toDay, set);
        return set;
    }

    /// Takes the first contributions of some persons or deals, which no other part takes.
    public final class Part {
        private final Tally counted = new Tally(calendar, models);
        private final PersonsByCampaign seen = new PersonsByCampaign();
        private final Records.Writer personWriter = persons.writer();
        private final Records.Writer dealWriter = deals.writer();

        private Part() {}

        public void put(int person, PersonContribution contribution) {
            personWriter.put(person, contribution.longs(), contribution.size());
            if (contribution.size() == 0) return;
            counted.person(contribution.longs(), 0, 1);
            seen.add(person, contribution.longs(), 0);
        }

        public void put(int deal, DealContribution contribution) {
            dealWriter.put(deal, contribution.longs(), contribution.size());
            if (contribution.size() > 0) counted.deal(contribution.longs(), 0, 1);
        }

        /// Adds what this part counted to the whole; not at one time with other parts.
        public void join() {
            personWriter.account();
            dealWriter.account();
            tally.addAll(counted);
            where.addAll(seen);
        }
    }

    /// Contributions of which some may be gathered by each of several threads, to be put in place of earlier ones.
    public Replacements replacements() {
        return new Replacements();
    }

    /// Contributions that are not what they were. They are gathered while others read and gather, and then [#put].
    public final class Replacements {
        /// Before each contribution in one long: whose it is, a deal written as `~deal`, and how many longs it has.
        private long[] longs = new long[256];

        private int size;

        private Replacements() {}

        public void add(int person, PersonContribution contribution) {
            if (!persons.holds(person, contribution.longs(), 0, contribution.size()))
                add(person, contribution.longs(), contribution.size());
        }

        public void add(int deal, DealContribution contribution) {
            if (!deals.holds(deal, contribution.longs(), 0, contribution.size()))
                add(~deal, contribution.longs(), contribution.size());
        }

        private void add(int owner, long[] contribution, int count) {
            if (size + 1 + count > longs.length) longs = Arrays.copyOf(longs, Math.max(size + 1 + count, size * 2));
            longs[size++] = (long) owner << Integer.SIZE | count;
            System.arraycopy(contribution, 0, longs, size, count);
            size += count;
        }

        /// Puts all in their places, and forgets them; not while somebody reads or gathers.
        public void put() {
            for (var at = 0; at < size; ) {
                var owner = (int) (longs[at] >> Integer.SIZE);
                var count = (int) longs[at++];
                if (owner >= 0) replacePerson(owner, longs, at, count);
                else replaceDeal(~owner, longs, at, count);
                at += count;
            }
            size = 0;
        }
    }
}
