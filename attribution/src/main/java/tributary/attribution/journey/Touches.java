package tributary.attribution.journey;

import java.util.Arrays;
import tributary.attribution.Doubt;
import tributary.attribution.Kind;
import tributary.attribution.SessionOrigin;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.ColumnsOut;

/// A block of touches (acts, packed to 32 bytes each) in primitive columns. A strand is a run of rows in a block.
///
/// Page and asset hold the number of a catalog asset, or [#NONE], or for "the page registered under this URL"
/// (D-16, D-30) the number of the URL as [#byUrl] writes it. The page of a page view is its asset, else its page,
/// else what its URL stands for then.
public final class Touches {
    /// Absent asset, page or contact.
    public static final int NONE = -1;

    /// Bytes a touch takes in its columns.
    public static final int BYTES = Long.BYTES + Short.BYTES + 5 * Integer.BYTES + Short.BYTES;

    /// What [#act] gives is less.
    public static final int ACTS = 1 << 8;

    private static final int KIND_BITS = 0b1_1111;
    private static final int FLAGS_SHIFT = 5;
    private static final int DOUBT_BITS = 0b111;
    private static final int ORIGIN_SHIFT = 3;
    private static final int ORIGIN_BITS = 0b11;
    private static final int BY_ADDRESS = 1 << 5;

    private long[] at;
    /// Kind, and above it the [#flags].
    private short[] kindAndFlags;
    private int[] asset;
    private int[] page;
    private int[] arrival;
    private int[] contact;
    private int[] position;
    private short[] line;

    public Touches(int capacity) {
        at = new long[capacity];
        kindAndFlags = new short[capacity];
        asset = new int[capacity];
        page = new int[capacity];
        arrival = new int[capacity];
        contact = new int[capacity];
        position = new int[capacity];
        line = new short[capacity];
    }

    public int capacity() {
        return at.length;
    }

    /// Makes room; what is there stays.
    public void grow(int capacity) {
        at = Arrays.copyOf(at, capacity);
        kindAndFlags = Arrays.copyOf(kindAndFlags, capacity);
        asset = Arrays.copyOf(asset, capacity);
        page = Arrays.copyOf(page, capacity);
        arrival = Arrays.copyOf(arrival, capacity);
        contact = Arrays.copyOf(contact, capacity);
        position = Arrays.copyOf(position, capacity);
        line = Arrays.copyOf(line, capacity);
    }

    /// Writes one touch.
    ///
    /// @param atMicros microseconds since 1970 UTC
    /// @param contact number of the contact whom the sender named, or [#NONE]: then the owner of the browser acted
    /// @param position of the fact in the event store, and `line` the place within its batch: where the texts are
    public void set(
            int row,
            long atMicros,
            Kind kind,
            Doubt doubt,
            SessionOrigin origin,
            boolean byAddress,
            int asset,
            int page,
            int arrival,
            int contact,
            int position,
            int line) {
        set(
                row,
                atMicros,
                kind.ordinal(),
                flags(doubt, origin, byAddress),
                asset,
                page,
                arrival,
                contact,
                position,
                line);
    }

    /// Writes one touch, its flags put together before.
    ///
    /// @param kind ordinal of the [Kind]
    public void set(
            int row,
            long atMicros,
            int kind,
            int flags,
            int asset,
            int page,
            int arrival,
            int contact,
            int position,
            int line) {
        this.at[row] = atMicros;
        kindAndFlags[row] = (short) (kind | flags << FLAGS_SHIFT);
        this.asset[row] = asset;
        this.page[row] = page;
        this.arrival[row] = arrival;
        this.contact[row] = contact;
        this.position[row] = position;
        this.line[row] = (short) line;
    }

    /// These, put together in one byte.
    public static int flags(Doubt doubt, SessionOrigin origin, boolean byAddress) {
        return doubt.ordinal() | origin.ordinal() << ORIGIN_SHIFT | (byAddress ? BY_ADDRESS : 0);
    }

    /// Copies `count` rows, also within one block and overlapping.
    public static void copy(Touches from, int fromRow, Touches to, int toRow, int count) {
        System.arraycopy(from.at, fromRow, to.at, toRow, count);
        System.arraycopy(from.kindAndFlags, fromRow, to.kindAndFlags, toRow, count);
        System.arraycopy(from.asset, fromRow, to.asset, toRow, count);
        System.arraycopy(from.page, fromRow, to.page, toRow, count);
        System.arraycopy(from.arrival, fromRow, to.arrival, toRow, count);
        System.arraycopy(from.contact, fromRow, to.contact, toRow, count);
        System.arraycopy(from.position, fromRow, to.position, toRow, count);
        System.arraycopy(from.line, fromRow, to.line, toRow, count);
    }

    /// These touches, in as many rows.
    public Touches copy() {
        var copy = new Touches(0);
        copy.at = at.clone();
        copy.kindAndFlags = kindAndFlags.clone();
        copy.asset = asset.clone();
        copy.page = page.clone();
        copy.arrival = arrival.clone();
        copy.contact = contact.clone();
        copy.position = position.clone();
        copy.line = line.clone();
        return copy;
    }

    /// Writes the first rows, column by column.
    public void write(ColumnsOut out, int rows) {
        out.steps(at, rows);
        out.shorts(kindAndFlags, rows);
        out.ints(asset, rows);
        out.ints(page, rows);
        out.ints(arrival, rows);
        out.ints(contact, rows);
        out.steps(position, rows);
        out.shorts(line, rows);
    }

    /// Reads what [#write] wrote into the first rows.
    public void read(ColumnsIn in) {
        in.steps(at);
        in.shorts(kindAndFlags);
        in.ints(asset);
        in.ints(page);
        in.ints(arrival);
        in.ints(contact);
        in.steps(position);
        in.shorts(line);
    }

    /// Microseconds since 1970 UTC.
    public long at(int row) {
        return at[row];
    }

    /// Ordinal of the [Kind].
    public int kind(int row) {
        return kindAndFlags[row] & KIND_BITS;
    }

    /// Ordinal of the [Doubt].
    public int doubt(int row) {
        return flags(row) & DOUBT_BITS;
    }

    /// Kind and doubt in one number, for tables: less than [#ACTS].
    public int act(int row) {
        return kindAndFlags[row] & ACTS - 1;
    }

    /// What [#act(int)] gives for touches of this kind and doubt.
    public static int act(Kind kind, Doubt doubt) {
        return kind.ordinal() | doubt.ordinal() << FLAGS_SHIFT;
    }

    /// Ordinal of the [SessionOrigin].
    public int origin(int row) {
        return flags(row) >> ORIGIN_SHIFT & ORIGIN_BITS;
    }

    /// Whether the sender named the contact by an address: then the act can be the contact's creation (D-1).
    public boolean byAddress(int row) {
        return (flags(row) & BY_ADDRESS) != 0;
    }

    private int flags(int row) {
        return kindAndFlags[row] >> FLAGS_SHIFT;
    }

    public int asset(int row) {
        return asset[row];
    }

    public int page(int row) {
        return page[row];
    }

    /// Number of the [Arrival].
    public int arrival(int row) {
        return arrival[row];
    }

    public int contact(int row) {
        return contact[row];
    }

    public int position(int row) {
        return position[row];
    }

    public int line(int row) {
        return line[row];
    }

    /// How "the page registered under URL number `url`" stands in an asset or page column.
    public static int byUrl(int url) {
        return -2 - url;
    }

    /// The number of the URL in an asset or page value for which [#isByUrl] holds.
    public static int url(int asset) {
        return -2 - asset;
    }

    public static boolean isByUrl(int asset) {
        return asset <= -2;
    }

    static {
        if (Kind.values().length > KIND_BITS + 1) throw new AssertionError("more kinds than a touch has room for");
        if (Doubt.values().length > DOUBT_BITS + 1) throw new AssertionError("more doubts than a touch has room for");
    }
}
