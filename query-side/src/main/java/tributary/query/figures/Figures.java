package tributary.query.figures;

import tributary.events.Refusal;

/// The figures of one account under one rule set. Campaigns, contacts, deals and assets are numbers of the journeys
/// they were judged from; days are days since 1970 in the account's zone, `from` and `to` both included. Models are
/// numbers in the order of the rule set's models.
///
/// An unknown or deleted campaign's figures are 0 and its lists empty.
public interface Figures {
    /// In place of a campaign: the whole account, each person, session, pair and deal once (D-34).
    int ACCOUNT = -1;

    /// A count in a range. For revenue contacts: the distinct ones, so ranges do not add up.
    ///
    /// @throws IllegalArgumentException if the metric is money
    long count(Metric metric, int campaign, long fromDay, long toDay);

    /// Money in a range, in minor units of the account's currency.
    ///
    /// @param model of attributed revenue; ignored for other metrics
    /// @throws IllegalArgumentException if the metric is a count
    long minor(Metric metric, int model, int campaign, long fromDay, long toDay);

    /// Gives each day of the range that has something other than 0, ascending. Not for revenue contacts, whose days
    /// do not add up: ask [#count] for each bucket.
    void daily(Metric metric, int model, int campaign, long fromDay, long toDay, DayConsumer out);

    /// The contacts behind a count; in no particular order, each once.
    void contacts(ContactList list, int campaign, long fromDay, long toDay, ContactConsumer out);

    /// The pairs (contact, what influenced) first met in the range; in no particular order, each once.
    void pairs(int campaign, long fromDay, long toDay, PairConsumer out);

    /// The deals closed by influenced contacts of the campaign, in no particular order; account-wide those of any
    /// living campaign.
    void closedDeals(int campaign, long fromDay, long toDay, DealConsumer out);

    /// The amounts of all deals of the range that attribution is about, in minor units; attributed or not (D-45).
    long attributable(long fromDay, long toDay);

    /// The deals of the range that attribution is about.
    void eligibleDeals(long fromDay, long toDay, EligibleDealConsumer out);

    /// What is thrown for a sum of a range that 64 bits cannot hold.
    static Refusal sumTooLarge() {
        return new Refusal.Conflict(
                "sum-too-large",
                "A sum is too large",
                "the amounts of these days add up to more than can be counted; a shorter range would be accepted");
    }

    /// What one day counts.
    interface DayConsumer {
        void day(long day, long value);
    }

    /// A contact in a list, `at` in microseconds since 1970 UTC (D-52).
    interface ContactConsumer {
        void contact(int contact, long at);
    }

    /// A contact and what influenced it first when; `key` is a [tributary.attribution.judge.InfluenceKey].
    interface PairConsumer {
        void pair(int contact, int key, long at);
    }

    /// A deal won at an instant, its effective close day, and the contacts through whom it counts.
    interface DealConsumer {
        void deal(int deal, long wonAt, long closeDay, int[] influencedBy);
    }

    /// A deal and its amount in minor units of the account's currency.
    interface EligibleDealConsumer {
        void deal(int deal, long amountMinor);
    }
}
