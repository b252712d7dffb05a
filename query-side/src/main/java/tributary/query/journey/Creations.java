package tributary.query.journey;

import tributary.attribution.Doubt;
import tributary.attribution.Kind;
import tributary.attribution.journey.Person.Creation;
import tributary.attribution.journey.Person.Creation.By;
import tributary.attribution.journey.Touches;

/// How contacts came to be: of all candidates the earliest, of several at one instant in the order of D-1.
final class Creations {
    private static final By[] BY = By.values();
    private static final byte NEVER = -1;

    private final Texts texts;
    private int size;
    private long[] at = {};
    private byte[] by = {};
    private byte[] kind = {};
    private byte[] bot = {};
    private int[] strand = {};
    private int[] position = {};
    private short[] line = {};

    Creations(Texts texts) {
        this.texts = texts;
    }

    private void ensure(int contact) {
        at = Room.in(at, contact + 1);
        by = Room.in(by, contact + 1);
        kind = Room.in(kind, contact + 1);
        bot = Room.in(bot, contact + 1);
        strand = Room.in(strand, contact + 1);
        position = Room.in(position, contact + 1);
        line = Room.in(line, contact + 1);
        while (size <= contact) by[size++] = NEVER;
    }

    /// Takes the candidate if it comes before what is known.
    void consider(int contact, Creation candidate) {
        ensure(contact);
        if (by[contact] != NEVER && !comesBefore(candidate, contact)) return;
        at[contact] = candidate.atMicros();
        by[contact] = (byte) candidate.by().ordinal();
        kind[contact] = (byte) candidate.kind().ordinal();
        bot[contact] = (byte) candidate.bot();
        strand[contact] = candidate.strand();
        position[contact] = candidate.position();
        line[contact] = (short) candidate.line();
    }

    /// Quickly, whether a candidate of this instant could come before what is known.
    boolean mayPrecede(int contact, long atMicros) {
        return contact >= size || by[contact] == NEVER || atMicros <= at[contact];
    }

    private boolean comesBefore(Creation candidate, int contact) {
        if (candidate.atMicros() != at[contact]) return candidate.atMicros() < at[contact];
        if (candidate.by().ordinal() != by[contact]) return candidate.by().ordinal() < by[contact];
        var byContent = isAct(candidate.by()) ? compareActs(candidate, contact) : 0;
        return byContent != 0 ? byContent < 0 : isRecordedBefore(candidate, contact);
    }

    private static boolean isAct(By by) {
        return by == By.SUBMISSION || by == By.OTHER_ACT;
    }

    private int compareActs(Creation candidate, int contact) {
        return Texts.WITHIN_AN_INSTANT.compare(
                texts.act(candidate.position(), candidate.line()), texts.act(position[contact], line[contact]));
    }

    private boolean isRecordedBefore(Creation candidate, int contact) {
        return candidate.position() != position[contact]
                ? candidate.position() < position[contact]
                : candidate.line() < line[contact];
    }

    /// The earlier of both creations becomes the survivor's.
    void merge(int into, int gone) {
        if (gone < size && by[gone] != NEVER) consider(into, of(gone));
    }

    /// The creation of a (surviving) contact. One that nothing ever created came to be before all time.
    Creation of(int contact) {
        if (contact >= size || by[contact] == NEVER) {
            return new Creation(Long.MIN_VALUE, By.STATEMENT, Kind.OTHER, Touches.NONE, 0, 0, Doubt.NONE.ordinal());
        }
        return new Creation(
                at[contact],
                BY[by[contact]],
                Kind.of(kind[contact]),
                strand[contact],
                position[contact],
                line[contact],
                bot[contact]);
    }
}
