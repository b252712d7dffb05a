package tributary.attribution.judge;

import java.util.Arrays;
import tributary.attribution.Kind;
import tributary.attribution.credit.Path;
import tributary.attribution.journey.Deal;
import tributary.attribution.journey.Person;
import tributary.attribution.journey.Strand;
import tributary.attribution.journey.Touches;
import tributary.attribution.rules.DealOrder;

/// The pooled path of a deal: what its contacts did before the win, of the kinds that take part, in order (ATT-1,
/// ATT-4, ATT-5, D-10). Reusable; one per thread.
public final class DealPath {
    private static final int PAGE_VIEW = Kind.PAGE_VIEW.ordinal();

    private final Premises premises;
    private final boolean upToWin;
    private final long lookBackMicros;
    private final Strand strand = new Strand();
    private final OldestContact oldest;

    private int size;
    private Touches[] touches = new Touches[16];
    private int[] row = new int[16];
    private int[] contact = new int[16];
    private boolean[] browser = new boolean[16];
    private long[] at = new long[16];
    private int[] order = new int[16];
    private int[] spare = new int[16];
    private int[] runs = new int[8];
    private int runCount;
    private Path path;

    public DealPath(Premises premises) {
        this.premises = premises;
        oldest = new OldestContact(premises.order());
        upToWin = premises.rules().dealOrder() == DealOrder.UP_TO_WIN;
        lookBackMicros =
                premises.rules().lookBack().map(span -> span.toNanos() / 1_000).orElse(Long.MAX_VALUE);
    }

    /// Gathers the path of a deal won at `wonAt`.
    ///
    /// @param contacts of the deal, each once; the first `count` are meant
    public void gather(Deal deal, long wonAt, int[] contacts, int count, DealPeople people) {
        begin();
        oldest.begin();
        var earliest = lookBackMicros == Long.MAX_VALUE ? Long.MIN_VALUE : wonAt - lookBackMicros;
        for (var i = 0; i < count; i++) {
            var person = people.person(contacts[i]);
            var creation = person.creation();
            for (var index = 0; index < person.strands(); index++) gather(person, index, earliest, wonAt);
            oldest.consider(contacts[i], creation, people);
        }
        sort();
        path = new Path(sortedTimes(), size, lead(), before(deal.createdAt()), wonAt);
    }

    /// Gathers what one contact did of the kinds that take part, whatever it led to and whenever it was. There is
    /// no [#path] then, since nothing was won.
    void gather(int onlyContact, DealPeople people) {
        begin();
        path = null;
        var person = people.person(onlyContact);
        for (var index = 0; index < person.strands(); index++) gather(person, index, Long.MIN_VALUE, Long.MAX_VALUE);
        sort();
    }

    private void begin() {
        size = 0;
        runCount = 0;
    }

    private void gather(Person person, int index, long earliest, long wonAt) {
        person.strand(index, strand);
        var block = strand.touches();
        var begun = size;
        for (var i = strand.from(); i < strand.to(); i++) {
            var when = block.at(i);
            if (when > wonAt || when == wonAt && !upToWin) break;
            if (when < earliest) continue;
            if (premises.verdicts().takesPart(block, i, premises.catalog()) && isMine(person, block, i))
                add(block, i, person);
        }
        if (size > begun) addRun(begun);
    }

    private boolean isMine(Person person, Touches block, int i) {
        if (!strand.browser()) return true;
        var named = block.contact(i);
        return person.is(named != Touches.NONE ? named : strand.owner(block.at(i)));
    }

    private void add(Touches block, int blockRow, Person person) {
        if (size == row.length) grow();
        touches[size] = block;
        row[size] = blockRow;
        contact[size] = person.contact();
        browser[size] = strand.browser();
        order[size] = size;
        size++;
    }

    private void grow() {
        var capacity = size * 2;
        touches = Arrays.copyOf(touches, capacity);
        row = Arrays.copyOf(row, capacity);
        contact = Arrays.copyOf(contact, capacity);
        browser = Arrays.copyOf(browser, capacity);
        order = Arrays.copyOf(order, capacity);
        spare = new int[capacity];
        at = new long[capacity];
    }

    private void addRun(int begun) {
        if (runCount + 1 >= runs.length) runs = Arrays.copyOf(runs, runs.length * 2);
        runs[runCount++] = begun;
    }

    /// Merges the runs, each of them in order already, pair by pair.
    private void sort() {
        while (runCount > 1) {
            runs[runCount] = size;
            var merged = 0;
            for (var run = 0; run < runCount; run += 2) {
                if (run + 1 < runCount) merge(runs[run], runs[run + 1], runs[run + 2]);
                runs[merged++] = runs[run];
            }
            runCount = merged;
        }
    }

    private void merge(int from, int middle, int to) {
        System.arraycopy(order, from, spare, from, middle - from);
        int left = from, right = middle, into = from;
        while (left < middle && right < to) {
            order[into++] = compare(spare[left], order[right]) <= 0 ? spare[left++] : order[right++];
        }
        System.arraycopy(spare, left, order, into, middle - left);
    }

    private int compare(int a, int b) {
        return premises.order().compare(touches[a], row[a], touches[b], row[b]);
    }

    private long[] sortedTimes() {
        for (var place = 0; place < size; place++) at[place] = touches(place).at(row(place));
        return at;
    }

    /// The last interaction strictly before an instant (D-46), or none.
    private int before(long instant) {
        var place = size - 1;
        while (place >= 0 && at[place] >= instant) place--;
        return place >= 0 ? place : Path.NONE;
    }

    /// The act that created the oldest contact, else that contact's last act up to its creation (D-46).
    private int lead() {
        var creation = oldest.creation();
        if (creation == null) return Path.NONE;
        var last = Path.NONE;
        for (var place = 0; place < size && at[place] <= creation.atMicros(); place++) {
            if (contact(place) != oldest.contact()) continue;
            last = place;
            if (at[place] == creation.atMicros() && isCreating(place, creation)) return place;
        }
        return last;
    }

    private boolean isCreating(int place, Person.Creation creation) {
        return (creation.by() == Person.Creation.By.SUBMISSION || creation.by() == Person.Creation.By.OTHER_ACT)
                && touches(place).position(row(place)) == creation.position()
                && touches(place).line(row(place)) == creation.line();
    }

    public Path path() {
        return path;
    }

    public int length() {
        return size;
    }

    /// The block in which an interaction of the path lies, [#row] its row.
    public Touches touches(int place) {
        return touches[order[place]];
    }

    public int row(int place) {
        return row[order[place]];
    }

    /// Who acted.
    public int contact(int place) {
        return contact[order[place]];
    }

    /// Numbers of the living campaigns that an interaction belongs to, each once.
    public int[] campaigns(int place) {
        var matched = new CampaignSet(premises.catalog().campaigns());
        campaigns(place, matched);
        return Arrays.copyOf(matched.members(), matched.size());
    }

    /// Adds each living campaign that an interaction belongs to: by its asset, by the page it visited, by UTM
    /// value, by keyword (ATT-7).
    void campaigns(int place, CampaignSet into) {
        var block = touches(place);
        var blockRow = row(place);
        var kind = block.kind(blockRow);
        var when = block.at(blockRow);
        if (kind != PAGE_VIEW) add(premises.holder(block.asset(blockRow), when), into);
        if (!Premises.isVisit(kind, browser[order[place]])) return;
        add(premises.holder(premises.page(block, blockRow), when), into);
        var arrivals = premises.arrivals();
        var utms = premises.utms();
        var utm = arrivals.utm(block.arrival(blockRow));
        for (var i = utms.first(utm); i < utms.end(utm); i++) if (utms.covers(i, when)) into.add(utms.campaign(i));
        var keywords = premises.keywords();
        var keyword = arrivals.keyword(block.arrival(blockRow));
        for (var i = keywords.first(keyword); i < keywords.end(keyword); i++) {
            if (keywords.covers(i, when)) into.add(keywords.campaign(i));
        }
    }

    private static void add(int campaign, CampaignSet into) {
        if (campaign >= 0) into.add(campaign);
    }
}
