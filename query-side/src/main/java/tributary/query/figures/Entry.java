package tributary.query.figures;

/// One line of a packed contribution: what it is, three marks, a campaign and a number, in one long. Some are
/// followed by a second long.
///
/// Bits from the top: 3 what, 3 marks, 3 unused, 31 number (an influence key, a day with sign, a contact, a count),
/// 24 campaign.
final class Entry {
    /// A session counted for a campaign on a day (the number). `FIRST`: the session's first campaign.
    static final int SESSION = 0;
    /// New by first touch; then the contact's creation. `FIRST`: the contact's first campaign.
    static final int FIRST_TOUCH = 1;
    /// New by last touch; then the contact's creation. `FIRST`: the contact's first campaign.
    static final int LAST_TOUCH = 2;
    /// Influenced through a key (the number); then when. `FIRST`: the earliest of all of the contact, `OF_CAMPAIGN`:
    /// of this campaign, `OF_KEY`: of this key over all campaigns.
    static final int INFLUENCE = 3;
    /// A touch that can make a revenue contact; then when.
    static final int REVENUE_SINCE = 4;
    /// A deal closed; then, for as many as the number says, the contacts it counts through.
    static final int CLOSED = 5;
    /// A contact (the number) made revenue contact by a deal. `FIRST`: its first campaign in this deal.
    static final int REVENUE_CONTACT = 6;
    /// Money of a deal under a model (the number) on a campaign or [#WHOLE]; then minor units.
    static final int ATTRIBUTED = 7;

    static final long FIRST = 1L << 60;
    static final long OF_CAMPAIGN = 1L << 59;
    static final long OF_KEY = 1L << 58;

    /// Whatever the marks: no entry but that of a session can be without any bit.
    static final long ANY = -1L;

    private static final int WHAT_SHIFT = 61;
    private static final int NUMBER_SHIFT = 24;
    private static final long NUMBER = (1L << 31) - 1;
    private static final int CAMPAIGN = (1 << NUMBER_SHIFT) - 1;

    /// In place of a campaign: the account as a whole.
    static final int WHOLE = CAMPAIGN;

    private Entry() {}

    static long of(int what, int campaign, long number) {
        return (long) what << WHAT_SHIFT | (number & NUMBER) << NUMBER_SHIFT | campaign & CAMPAIGN;
    }

    static int what(long entry) {
        return (int) (entry >>> WHAT_SHIFT);
    }

    static int campaign(long entry) {
        return (int) entry & CAMPAIGN;
    }

    /// The number, 0 or more.
    static int number(long entry) {
        return (int) (entry >>> NUMBER_SHIFT & NUMBER);
    }

    /// The number with its sign.
    static int signed(long entry) {
        return (int) (entry >>> NUMBER_SHIFT) << 1 >> 1;
    }

    static boolean is(long entry, long mark) {
        return (entry & mark) != 0;
    }

    /// How many longs the entry takes.
    static int size(long entry) {
        return switch (what(entry)) {
            case SESSION, REVENUE_CONTACT -> 1;
            case CLOSED -> 1 + number(entry);
            default -> 2;
        };
    }
}
