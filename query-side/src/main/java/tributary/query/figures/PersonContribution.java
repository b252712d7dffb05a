package tributary.query.figures;

import java.util.Arrays;
import tributary.attribution.journey.Person;
import tributary.attribution.judge.PersonFindings;

/// Takes what judging one person found and packs it: whose it is and how long, then [Entry] after entry. For one
/// thread,
/// used anew for each person.
public final class PersonContribution implements PersonFindings {
    private static final int HEAD = 1;
    /// Above so many influences doubles are looked for by sorting.
    private static final int FEW = 24;

    private final DayCalendar calendar;
    private long[] longs = new long[64];
    private int size = HEAD;
    private Person person;
    private int[] influences = new int[16];
    private int influenced;
    private boolean newByFirst;
    private boolean newByLast;
    private long[] byKey = {};
    private final EarliestByCampaign earliest = new EarliestByCampaign();

    PersonContribution(DayCalendar calendar) {
        this.calendar = calendar;
    }

    /// Forgets what was; the person's findings follow, then [#end].
    public void begin(Person next) {
        person = next;
        size = HEAD;
        influenced = 0;
        newByFirst = false;
        newByLast = false;
    }

    /// Marks what counts once: to be called after the last finding.
    public void end() {
        if (influenced > 0) markEarliest();
        longs[0] = (long) (person.contact() + 1) << Integer.SIZE | size;
    }

    static int end(long[] longs, int start) {
        return start + (int) longs[start];
    }

    static int entries(int start) {
        return start + HEAD;
    }

    /// The contact who contributes, or [tributary.attribution.journey.Touches#NONE].
    static int contact(long[] longs, int start) {
        return (int) (longs[start] >>> Integer.SIZE) - 1;
    }

    @Override
    public void session(long startedAt, int[] campaigns, int count) {
        var day = calendar.day(startedAt);
        reserve(count);
        for (var i = 0; i < count; i++) {
            var entry = Entry.of(Entry.SESSION, campaigns[i], day);
            longs[size++] = i == 0 ? entry | Entry.FIRST : entry;
        }
    }

    @Override
    public void firstTouch(int campaign) {
        add(Entry.of(Entry.FIRST_TOUCH, campaign, 0) | (newByFirst ? 0 : Entry.FIRST), createdAt());
        newByFirst = true;
    }

    @Override
    public void lastTouch(int campaign) {
        add(Entry.of(Entry.LAST_TOUCH, campaign, 0) | (newByLast ? 0 : Entry.FIRST), createdAt());
        newByLast = true;
    }

    @Override
    public void influence(int campaign, int key, long at) {
        if (influenced == influences.length) influences = Arrays.copyOf(influences, influenced * 2);
        influences[influenced++] = size;
        add(Entry.of(Entry.INFLUENCE, campaign, key), at);
    }

    @Override
    public void revenueSince(int campaign, long at) {
        add(Entry.of(Entry.REVENUE_SINCE, campaign, 0), at);
    }

    /// The packed contribution; its first [#size] longs count.
    long[] longs() {
        return longs;
    }

    /// Longs that count; 0 if the person contributes nothing.
    int size() {
        return size == HEAD ? 0 : size;
    }

    private long createdAt() {
        return person.creation().atMicros();
    }

    private void add(long entry, long at) {
        reserve(2);
        longs[size++] = entry;
        longs[size++] = at;
    }

    private void reserve(int more) {
        if (size + more > longs.length) longs = Arrays.copyOf(longs, Math.max(size + more, longs.length * 2));
    }

    private void markEarliest() {
        var first = influences[0];
        earliest.begin();
        for (var i = 0; i < influenced; i++) {
            var at = influences[i];
            if (longs[at + 1] < longs[first + 1]) first = at;
            earliest.meet(Entry.campaign(longs[at]), at, longs);
        }
        longs[first] |= Entry.FIRST;
        earliest.mark(longs);
        if (earliest.campaigns() == 1) markAllKeys();
        else if (influenced <= FEW) markKeysByLooking();
        else markKeysBySorting();
    }

    private void markAllKeys() {
        for (var i = 0; i < influenced; i++) longs[influences[i]] |= Entry.OF_KEY;
    }

    private void markKeysByLooking() {
        for (var i = 0; i < influenced; i++) if (isEarliestOfKey(i)) longs[influences[i]] |= Entry.OF_KEY;
    }

    private boolean isEarliestOfKey(int i) {
        var key = Entry.number(longs[influences[i]]);
        var at = longs[influences[i] + 1];
        for (var j = 0; j < influenced; j++) {
            if (j == i || Entry.number(longs[influences[j]]) != key) continue;
            var other = longs[influences[j] + 1];
            if (other < at || other == at && j < i) return false;
        }
        return true;
    }

    private void markKeysBySorting() {
        if (byKey.length < influenced) byKey = new long[influenced * 2];
        for (var i = 0; i < influenced; i++)
            byKey[i] = (long) Entry.number(longs[influences[i]]) << Integer.SIZE | influences[i];
        Arrays.sort(byKey, 0, influenced);
        for (var from = 0; from < influenced; ) {
            var best = (int) byKey[from];
            var to = from + 1;
            for (; to < influenced && byKey[to] >> Integer.SIZE == byKey[from] >> Integer.SIZE; to++)
                if (longs[(int) byKey[to] + 1] < longs[best + 1]) best = (int) byKey[to];
            longs[best] |= Entry.OF_KEY;
            from = to;
        }
    }
}
