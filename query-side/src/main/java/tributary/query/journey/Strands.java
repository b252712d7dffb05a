package tributary.query.journey;

import java.util.Arrays;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.journey.TouchOrder;
import tributary.attribution.journey.Touches;

/// Runs of touches in order of time (D-10): one for each browser, one for each contact. A strand is numbered by its
/// person: a contact by its own strand, a browser that nobody was identified in by the browser's.
///
/// Until they are laid for the first time, touches wait together. Afterwards what arrives in order is appended to
/// its strand; what does not waits at the end of the strand until [#sort].
final class Strands {
    /// Of four numbers for each strand, so that they lie together: place of its run, rows in use, rows of the run
    /// (and whether some are unsorted), the contact whose acts without browser it holds.
    static final int FIELDS = 4;

    static final int PLACE = 0;
    static final int COUNT = 1;
    private static final int CAPACITY = 2;
    static final int HOLDER = 3;
    private static final int UNSORTED = 1 << 31;

    /// Strands that a thread sorts before it asks for more.
    private static final int SORTED_AT_ONCE = 1 << 12;

    private static final Touches NO_TOUCHES = new Touches(0);

    private int[] fields = {};
    private int size;
    private long touches;
    private Slabs slabs = new Slabs();

    /// Where touches are put until all are laid for the first time; `null` afterwards.
    private LooseTouches loose = new LooseTouches();

    private boolean compact;

    // Strands whose end is unsorted, and how many of their rows are in order.
    private int[] unsorted = {};
    private int[] sorted = {};
    private int unsortedCount;

    private final TouchOrder order;
    private final TailSort tailSort;

    Strands(TouchOrder order) {
        this.order = order;
        tailSort = new TailSort(order);
    }

    int size() {
        return size;
    }

    /// How many touches there are in all.
    long touches() {
        return touches;
    }

    /// A new strand without touches.
    ///
    /// @param holder the contact whose acts without browser it will hold; [Touches#NONE] for a browser's
    int add(int holder) {
        fields = Room.in(fields, (size + 1) * FIELDS);
        fields[size * FIELDS + HOLDER] = holder;
        return size++;
    }

    int holder(int strand) {
        return fields[strand * FIELDS + HOLDER];
    }

    boolean isBrowser(int strand) {
        return holder(strand) == Touches.NONE;
    }

    int count(int strand) {
        return fields[strand * FIELDS + COUNT];
    }

    /// The block that a strand lies in.
    Touches block(int strand) {
        return capacity(strand) == 0 ? NO_TOUCHES : slabs.block(fields[strand * FIELDS + PLACE]);
    }

    /// First row of a strand.
    int from(int strand) {
        return Slabs.row(fields[strand * FIELDS + PLACE]);
    }

    private int capacity(int strand) {
        return fields[strand * FIELDS + CAPACITY] & ~UNSORTED;
    }

    private boolean isUnsorted(int strand) {
        return fields[strand * FIELDS + CAPACITY] < 0;
    }

    /// Adds a touch; its components are those of [Touches#set].
    void add(
            int strand,
            long at,
            int kind,
            int flags,
            int asset,
            int page,
            int arrival,
            int contact,
            int position,
            int line) {
        touches++;
        if (loose != null) {
            loose.add(strand, at, kind, flags, asset, page, arrival, contact, position, line);
        } else {
            var row = append(strand, at);
            slabs.writable(place(strand)).set(row, at, kind, flags, asset, page, arrival, contact, position, line);
        }
    }

    /// Makes a row for a touch of an instant, to be written at once.
    private int append(int strand, long at) {
        compact = false;
        var count = count(strand);
        if (count == capacity(strand)) move(strand, slabs.take(Slabs.roomFor(count + 1)), Slabs.roomFor(count + 1));
        fields[strand * FIELDS + COUNT] = count + 1;
        var row = from(strand) + count;
        if (count > 0 && !isUnsorted(strand) && block(strand).at(row - 1) >= at) leaveUnsorted(strand, count);
        return row;
    }

    private void leaveUnsorted(int strand, int inOrder) {
        unsorted = Room.in(unsorted, unsortedCount + 1);
        sorted = Room.in(sorted, unsortedCount + 1);
        unsorted[unsortedCount] = strand;
        sorted[unsortedCount++] = inOrder;
        fields[strand * FIELDS + CAPACITY] |= UNSORTED;
    }

    private void move(int strand, int place, int rows) {
        var count = count(strand);
        var old = fields[strand * FIELDS + PLACE];
        var oldRows = capacity(strand);
        if (count > 0) Touches.copy(slabs.block(old), Slabs.row(old), slabs.writable(place), Slabs.row(place), count);
        if (oldRows > 0) slabs.free(old, oldRows);
        fields[strand * FIELDS + PLACE] = place;
        fields[strand * FIELDS + CAPACITY] = rows | fields[strand * FIELDS + CAPACITY] & UNSORTED;
    }

    /// Puts all touches in order.
    void sort() {
        for (var i = 0; i < unsortedCount; i++) {
            var strand = unsorted[i];
            var block = slabs.writable(place(strand));
            tailSort.sort(block, from(strand), from(strand) + sorted[i], from(strand) + count(strand));
            fields[strand * FIELDS + CAPACITY] &= ~UNSORTED;
        }
        unsortedCount = 0;
    }

    /// Rows that no touch lies in.
    long idle() {
        return slabs.allocated() - touches;
    }

    /// Whether touches were never laid yet.
    boolean areLoose() {
        return loose != null;
    }

    /// Begins to lay strands anew, some at a time; each strand is to be [#relay]ed then, and [#endRelaying] called.
    void beginRelaying() {
        slabs.leaveAll();
    }

    /// Lays a strand behind those relayed before, without room to grow, unless it lies there already.
    ///
    /// @return how many touches were moved
    int relay(int strand) {
        if (capacity(strand) == 0 || !slabs.isLeaving(fields[strand * FIELDS + PLACE])) return 0;
        var count = count(strand);
        move(strand, slabs.cut(count), count);
        return count;
    }

    void endRelaying() {
        slabs.stay();
    }

    /// Begins to lay strands anew; each strand must be [#relay]ed then, and [#endCompacting] called.
    Slabs beginCompacting() {
        if (loose != null) loose.count(fields, COUNT, FIELDS);
        var old = slabs;
        slabs = new Slabs();
        return old;
    }

    /// Lays a strand behind those relayed before, without room to grow.
    void relay(int strand, Slabs old) {
        var count = count(strand);
        if (count == 0) return;
        var from = fields[strand * FIELDS + PLACE];
        var to = slabs.cut(count);
        fields[strand * FIELDS + PLACE] = to;
        fields[strand * FIELDS + CAPACITY] = count | fields[strand * FIELDS + CAPACITY] & UNSORTED;
        if (loose != null) fields[strand * FIELDS + COUNT] = 0;
        else Touches.copy(old.block(from), Slabs.row(from), slabs.block(to), Slabs.row(to), count);
    }

    /// Fills strands with what was loose, and gives back what is unused beside the touches.
    void endCompacting(Hands hands) {
        if (loose != null) {
            loose.lay(this, hands);
            loose = null;
            hands.share(0, size, SORTED_AT_ONCE, this::sortAsRecorded);
        }
        slabs.trim();
        fields = Arrays.copyOf(fields, size * FIELDS);
        compact = true;
    }

    /// The strands as they are, all in order: they may go on changing, which costs a little more until [#goOn].
    StillStrands still() {
        return new StillStrands(Arrays.copyOf(fields, size * FIELDS), slabs.still());
    }

    void goOn() {
        slabs.goOn();
    }

    /// Reads how many touches each strand has, and whose it is. Each must be given [#room] then, and touches be
    /// [#fill]ed in.
    void read(ColumnsIn in) {
        var holders = in.ints();
        var counts = in.ints();
        size = holders.length;
        fields = new int[size * FIELDS];
        for (var strand = 0; strand < size; strand++) {
            fields[strand * FIELDS + HOLDER] = holders[strand];
            fields[strand * FIELDS + COUNT] = counts[strand];
            touches += counts[strand];
        }
        loose = null;
    }

    /// Lays a strand without touches yet behind those before.
    void room(int strand) {
        var count = count(strand);
        if (count == 0) return;
        fields[strand * FIELDS + PLACE] = slabs.cut(count);
        fields[strand * FIELDS + CAPACITY] = count;
    }

    /// Reads the touches of all strands.
    void fill(ColumnsIn in) {
        slabs.trim();
        StillStrands.read(in, this);
        compact = true;
    }

    /// Whether no touch came since all were laid close together.
    boolean isCompact() {
        return compact;
    }

    /// Where a strand's run lies.
    int place(int strand) {
        return fields[strand * FIELDS + PLACE];
    }

    /// Takes the next row of a strand's run; returns how many were taken before.
    int takeRow(int strand) {
        return fields[strand * FIELDS + COUNT]++;
    }

    int blocks() {
        return slabs.blocks();
    }

    Touches blockNumbered(int number) {
        return slabs.blockNumbered(number);
    }

    /// Puts strands that lie in the order of recording into their order.
    private void sortAsRecorded(int fromStrand, int toStrand) {
        var sort = new TailSort(order);
        for (var strand = fromStrand; strand < toStrand; strand++) {
            var from = from(strand);
            var to = from + count(strand);
            var inOrder = inOrder(block(strand), from, to);
            if (inOrder < to) sort.sort(block(strand), from, inOrder, to);
        }
    }

    /// The first row that does not come after the one before.
    private static int inOrder(Touches block, int from, int to) {
        var row = from + 1;
        while (row < to && block.at(row - 1) < block.at(row)) row++;
        return Math.min(row, to);
    }
}
