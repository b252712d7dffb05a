package tributary.query.figures;

import java.util.Arrays;
import tributary.attribution.journey.Deal;
import tributary.attribution.judge.DealFindings;

/// Takes what judging one deal found and packs it: length, effective close day, win, amount, eligible amount, then
/// [Entry] after entry. For one thread, used anew for each deal.
public final class DealContribution implements DealFindings {
    private static final int CLOSE_DAY = 1;
    private static final int WON_AT = 2;
    private static final int AMOUNT = 3;
    private static final int ELIGIBLE = 4;
    private static final int HEAD = 5;
    private static final long NOT_ELIGIBLE = Long.MIN_VALUE;

    private long[] longs = new long[64];
    private int size;
    private Deal deal;
    private final ContactBag counted = new ContactBag();

    DealContribution() {}

    /// Forgets what was; the deal's findings follow, then [#end].
    public void begin(Deal next) {
        deal = next;
        size = 0;
        counted.clear();
    }

    /// To be called after the last finding.
    public void end() {
        if (size > 0) longs[0] = size;
    }

    @Override
    public void won(long wonAt, int closeDay, int[] contacts, int count) {
        size = HEAD;
        longs[CLOSE_DAY] = closeDay;
        longs[WON_AT] = wonAt;
        longs[AMOUNT] = deal.amountMinor();
        longs[ELIGIBLE] = NOT_ELIGIBLE;
    }

    @Override
    public void closed(int campaign, int[] influencedBy, int count) {
        reserve(1 + count);
        longs[size++] = Entry.of(Entry.CLOSED, campaign, count);
        for (var i = 0; i < count; i++) longs[size++] = influencedBy[i];
    }

    @Override
    public void revenueContact(int campaign, int contact) {
        reserve(1);
        var entry = Entry.of(Entry.REVENUE_CONTACT, campaign, contact);
        longs[size++] = counted.addOnce(contact) ? entry | Entry.FIRST : entry;
    }

    @Override
    public void eligible(long amountMinor) {
        longs[ELIGIBLE] = amountMinor;
    }

    @Override
    public void attributed(int model, int campaign, long minor) {
        reserve(2);
        longs[size++] = Entry.of(Entry.ATTRIBUTED, campaign, model);
        longs[size++] = minor;
    }

    @Override
    public void credited(int model, long minor, long unattributedMinor) {
        attributed(model, Entry.WHOLE, minor);
    }

    /// The packed contribution; its first [#size] longs count.
    long[] longs() {
        return longs;
    }

    /// Longs that count; 0 if the deal is not won.
    int size() {
        return size;
    }

    private void reserve(int more) {
        if (size + more > longs.length) longs = Arrays.copyOf(longs, Math.max(size + more, longs.length * 2));
    }

    static int end(long[] longs, int start) {
        return start + (int) longs[start];
    }

    static int entries(int start) {
        return start + HEAD;
    }

    static long closeDay(long[] longs, int start) {
        return longs[start + CLOSE_DAY];
    }

    static long wonAt(long[] longs, int start) {
        return longs[start + WON_AT];
    }

    /// Minor units of the account's currency; 0 if there is no amount.
    static long amount(long[] longs, int start) {
        return longs[start + AMOUNT];
    }

    /// Whether the deal takes part in attribution (ATT-3).
    static boolean isEligible(long[] longs, int start) {
        return longs[start + ELIGIBLE] != NOT_ELIGIBLE;
    }

    /// The amount, if the deal takes part in attribution; otherwise 0.
    static long eligible(long[] longs, int start) {
        return isEligible(longs, start) ? longs[start + ELIGIBLE] : 0;
    }
}
