package tributary.query.journey;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.ColumnsOut;
import tributary.attribution.columns.Still;
import tributary.attribution.journey.Strand;
import tributary.attribution.journey.Touches;

/// Who was identified in which browser when. For each instant only the one that holds is kept (D-3).
final class Identifications {
    /// Of three numbers for each identification: the instant; the contact (upper half) and the position of the
    /// fact; the line of the act, or [#STATEMENT].
    private static final int FIELDS = 3;

    private static final int STATEMENT = -1;
    static final long[] ALWAYS = {Long.MIN_VALUE};

    private final Texts texts;
    private long[][] byStrand = {};

    Identifications(Texts texts) {
        this.texts = texts;
    }

    /// Someone said so (`visitor.identify`): beats a submission of the same instant, and what was said before.
    void stated(int strand, long at, int contact, long position) {
        put(strand, at, contact, position, STATEMENT, null);
    }

    /// A submission says so: of several at one instant the later by D-10 holds.
    void submitted(int strand, long at, int contact, long position, int line, PreparedActs acts) {
        put(strand, at, contact, position, line, acts);
    }

    private void put(int strand, long at, int contact, long position, int line, PreparedActs acts) {
        byStrand = Room.in(byStrand, strand + 1);
        var known = byStrand[strand];
        if (known == null) known = new long[0];
        var place = placeAfter(known, at);
        if (place > 0 && known[place - FIELDS] == at) {
            if (!holds(known, place - FIELDS, acts, line)) return;
            place -= FIELDS;
            known = known.clone();
        } else known = opened(known, place);
        byStrand[strand] = known;
        known[place] = at;
        known[place + 1] = (long) contact << Integer.SIZE | position & 0xFFFF_FFFFL;
        known[place + 2] = line;
    }

    /// Whether what comes holds against what is known for the same instant.
    private boolean holds(long[] known, int place, PreparedActs acts, int line) {
        if (acts == null) return true;
        if (known[place + 2] == STATEMENT) return false;
        var other = texts.act(known[place + 1] & 0xFFFF_FFFFL, (int) known[place + 2]);
        return Texts.WITHIN_AN_INSTANT.compare(acts.interaction(line), other) >= 0;
    }

    /// Where an identification of this instant goes: behind all of it or before it.
    private static int placeAfter(long[] known, long at) {
        var place = known.length;
        while (place > 0 && known[place - FIELDS] > at) place -= FIELDS;
        return place;
    }

    private static long[] opened(long[] known, int place) {
        var grown = Arrays.copyOf(known, known.length + FIELDS);
        System.arraycopy(known, place, grown, place + FIELDS, known.length - place);
        return grown;
    }

    boolean any(int strand) {
        return strand < byStrand.length && byStrand[strand] != null;
    }

    /// The contact identified first in this browser, or [Touches#NONE].
    int first(int strand) {
        return any(strand) ? contact(byStrand[strand], 0) : Touches.NONE;
    }

    private static int contact(long[] known, int place) {
        return (int) (known[place + 1] >> Integer.SIZE);
    }

    /// Points a cursor at a browser's strand, with its owners.
    ///
    /// @param self an array that holds one contact and nothing else, used if that one is the only owner
    void point(Strand into, Touches block, int from, int to, int strand, IntUnaryOperator survivor, int[] self) {
        if (!any(strand)) {
            into.set(block, from, to, strand, true, ALWAYS, self, 0);
            return;
        }
        var known = byStrand[strand];
        var owner = survivor.applyAsInt(contact(known, 0));
        if (isSole(known, owner, survivor)) {
            into.set(block, from, to, strand, true, ALWAYS, self[0] == owner ? self : new int[] {owner}, 1);
        } else {
            pointShared(into, block, from, to, strand, survivor);
        }
    }

    private static boolean isSole(long[] known, int owner, IntUnaryOperator survivor) {
        for (var place = FIELDS; place < known.length; place += FIELDS) {
            if (survivor.applyAsInt(contact(known, place)) != owner) return false;
        }
        return true;
    }

    /// Identifications that change nothing are left out.
    private void pointShared(Strand into, Touches block, int from, int to, int strand, IntUnaryOperator survivor) {
        var known = byStrand[strand];
        var since = new long[known.length / FIELDS];
        var owners = new int[known.length / FIELDS];
        var count = 0;
        for (var place = 0; place < known.length; place += FIELDS) {
            var owner = survivor.applyAsInt(contact(known, place));
            if (count > 0 && owners[count - 1] == owner) continue;
            since[count] = known[place];
            owners[count++] = owner;
        }
        into.set(block, from, to, strand, true, since, owners, count);
    }

    /// What is known of a strand is replaced, never changed.
    Still still() {
        var kept = byStrand.clone();
        return out -> write(kept, out);
    }

    private static void write(long[][] kept, ColumnsOut out) {
        var browsers = new int[kept.length];
        var counts = new int[kept.length];
        var size = 0;
        var all = 0;
        for (var strand = 0; strand < kept.length; strand++) {
            if (kept[strand] == null) continue;
            browsers[size] = strand;
            counts[size++] = kept[strand].length;
            all += kept[strand].length;
        }
        var fields = new long[all];
        var place = 0;
        for (var i = 0; i < size; i++) {
            System.arraycopy(kept[browsers[i]], 0, fields, place, counts[i]);
            place += counts[i];
        }
        out.steps(browsers, size);
        out.ints(counts, size);
        for (var field = 0; field < FIELDS; field++) out.longs(fields, field, all, FIELDS);
    }

    void read(ColumnsIn in) {
        var browsers = in.steps();
        var counts = in.ints();
        var columns = new long[][] {in.longs(), in.longs(), in.longs()};
        if (browsers.length > 0) byStrand = new long[browsers[browsers.length - 1] + 1][];
        var row = 0;
        for (var i = 0; i < browsers.length; i++) {
            var known = new long[counts[i]];
            for (var place = 0; place < known.length; row++) for (var column : columns) known[place++] = column[row];
            byStrand[browsers[i]] = known;
        }
    }

    /// Gives back what is unused.
    ///
    /// @param strands how many there are
    void trim(int strands) {
        if (byStrand.length > strands) byStrand = Arrays.copyOf(byStrand, strands);
    }
}
