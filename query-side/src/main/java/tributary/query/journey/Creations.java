package tributary.query.journey;

import java.util.Arrays;
import tributary.attribution.Doubt;
import tributary.attribution.Kind;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.Still;
import tributary.attribution.journey.Person.Creation;
import tributary.attribution.journey.Person.Creation.By;
import tributary.attribution.journey.Touches;

/// How contacts came to be: of all candidates the earliest, of several at one instant in the order of D-1.
final class Creations {
    private static final By[] BY = By.values();

    /// Longs for each contact, so that they lie together: the instant; the strand (upper half) and the position;
    /// the line (upper half), and from the lowest byte up how it came to be, plus 1, the kind of act and its doubt.
    private static final int FIELDS = 3;

    private static final int NEVER = 0;

    private final Texts texts;
    private long[] fields = {};

    Creations(Texts texts) {
        this.texts = texts;
    }

    /// Takes the candidate if it comes before what is known.
    void consider(int contact, Creation candidate) {
        fields = Room.in(fields, (contact + 1) * FIELDS);
        if (by(contact) != NEVER && !comesBefore(candidate, contact)) return;
        var place = contact * FIELDS;
        fields[place] = candidate.atMicros();
        fields[place + 1] = (long) candidate.strand() << Integer.SIZE | candidate.position() & 0xFFFF_FFFFL;
        fields[place + 2] = (long) candidate.line() << Integer.SIZE
                | candidate.bot() << 16
                | candidate.kind().ordinal() << 8
                | candidate.by().ordinal() + 1;
    }

    private boolean isKnown(int contact) {
        return contact < fields.length / FIELDS && by(contact) != NEVER;
    }

    /// The instant, or the end of time if there is none.
    long at(int contact) {
        return isKnown(contact) ? fields[contact * FIELDS] : Long.MAX_VALUE;
    }

    /// Ordinal plus 1, or [#NEVER].
    private int by(int contact) {
        return (int) fields[contact * FIELDS + 2] & 0xFF;
    }

    private int position(int contact) {
        return (int) fields[contact * FIELDS + 1];
    }

    private int line(int contact) {
        return (int) (fields[contact * FIELDS + 2] >> Integer.SIZE);
    }

    private boolean comesBefore(Creation candidate, int contact) {
        if (candidate.atMicros() != at(contact)) return candidate.atMicros() < at(contact);
        if (candidate.by().ordinal() + 1 != by(contact)) return candidate.by().ordinal() + 1 < by(contact);
        var byContent = isAct(candidate.by()) ? compareActs(candidate, contact) : 0;
        return byContent != 0 ? byContent < 0 : isRecordedBefore(candidate, contact);
    }

    private static boolean isAct(By by) {
        return by == By.SUBMISSION || by == By.OTHER_ACT;
    }

    private int compareActs(Creation candidate, int contact) {
        return Texts.WITHIN_AN_INSTANT.compare(
                texts.act(candidate.position(), candidate.line()), texts.act(position(contact), line(contact)));
    }

    private boolean isRecordedBefore(Creation candidate, int contact) {
        return candidate.position() != position(contact)
                ? candidate.position() < position(contact)
                : candidate.line() < line(contact);
    }

    /// The earlier of both creations becomes the survivor's.
    void merge(int into, int gone) {
        if (isKnown(gone)) consider(into, of(gone));
    }

    /// The creation of a (surviving) contact. One that nothing ever created came to be before all time.
    Creation of(int contact) {
        if (!isKnown(contact)) {
            return new Creation(Long.MIN_VALUE, By.STATEMENT, Kind.OTHER, Touches.NONE, 0, 0, Doubt.NONE.ordinal());
        }
        var rest = (int) fields[contact * FIELDS + 2];
        return new Creation(
                at(contact),
                BY[by(contact) - 1],
                Kind.of(rest >>> 8 & 0xFF),
                (int) (fields[contact * FIELDS + 1] >> Integer.SIZE),
                position(contact),
                line(contact),
                rest >>> 16);
    }

    Still still() {
        var kept = Arrays.copyOf(fields, fields.length / FIELDS * FIELDS);
        return out -> {
            for (var field = 0; field < FIELDS; field++) out.longs(kept, field, kept.length, FIELDS);
        };
    }

    void read(ColumnsIn in) {
        for (var field = 0; field < FIELDS; field++) {
            var column = in.longs();
            if (field == 0) fields = new long[column.length * FIELDS];
            for (var contact = 0; contact < fields.length / FIELDS; contact++)
                fields[contact * FIELDS + field] = column[contact];
        }
    }

    /// Gives back what is unused.
    ///
    /// @param contacts how many there are
    void trim(int contacts) {
        if (fields.length > contacts * FIELDS) fields = Arrays.copyOf(fields, contacts * FIELDS);
    }
}
