package tributary.query.journey;

import java.util.function.IntUnaryOperator;
import tributary.attribution.journey.Person;
import tributary.attribution.journey.Strand;
import tributary.attribution.journey.Touches;

/// A cursor over the persons of an account, one for each thread. Several may be used at once, as long as nothing is
/// applied meanwhile and [AccountJourneys#drain] was called since the last fact.
public final class People implements Person {
    private static final int NOBODY = -2;

    private final Strands strands;
    private final Contacts contacts;
    private final Identifications identifications;
    private final IntUnaryOperator survivor;
    private int number;

    /// The contact, or [Touches#NONE] for an anonymous browser, or [#NOBODY].
    private int contact = NOBODY;

    private int[] self = {NOBODY};
    private Creation creation;

    People(Strands strands, Contacts contacts, Identifications identifications) {
        this.strands = strands;
        this.contacts = contacts;
        this.identifications = identifications;
        this.survivor = contacts::survivor;
    }

    /// Reads, of some persons, what lies all over memory, before they are judged one after the other: so the processor
    /// waits for many of them at a time.
    ///
    /// @return a number without meaning, to be used so that reading is not left out
    public long lookAhead(int from, int to) {
        var seen = 0L;
        for (var person = from; person < to; person++) {
            var contact = strands.holder(person);
            if (contact == Touches.NONE) continue;
            for (var i = 0; i < contacts.strandsOf().size(contact); i++) {
                var strand = contacts.strandsOf().get(contact, i);
                seen += strands.count(strand) + identifications.first(strand);
            }
        }
        return seen;
    }

    /// Moves to a person. A number may be nobody's by now, by identification or merge: then there are neither
    /// contact nor strands.
    ///
    /// @param number from 0 to [AccountJourneys#people], exclusive
    /// @return this cursor
    public Person person(int number) {
        this.number = number;
        creation = null;
        var holder = strands.holder(number);
        if (holder == Touches.NONE) {
            contact = identifications.any(number) ? NOBODY : Touches.NONE;
        } else {
            contact = contacts.survivor(holder) == holder ? holder : NOBODY;
            if (self[0] != contact) self = new int[] {contact};
        }
        return this;
    }

    /// Whether there is nobody.
    public boolean isNobody() {
        return contact == NOBODY;
    }

    @Override
    public int contact() {
        return contact == NOBODY ? Touches.NONE : contact;
    }

    @Override
    public boolean is(int named) {
        return named == contact || named >= 0 && contacts.survivor(named) == contact;
    }

    @Override
    public int strands() {
        return switch (contact) {
            case NOBODY -> 0;
            case Touches.NONE -> 1;
            default -> contacts.strandsOf().size(contact);
        };
    }

    /// Number of one of the person's strands.
    int number(int index) {
        return contact == Touches.NONE ? number : contacts.strandsOf().get(contact, index);
    }

    @Override
    public void strand(int index, Strand into) {
        var strand = number(index);
        var count = strands.count(strand);
        var block = strands.block(strand);
        var from = strands.from(strand);
        if (strands.isBrowser(strand)) {
            identifications.point(into, block, from, from + count, strand, survivor, self);
        } else {
            into.set(block, from, from + count, strand, false, Identifications.ALWAYS, self, 1);
        }
    }

    @Override
    public boolean isHome(int index) {
        var strand = number(index);
        if (contact == Touches.NONE || !strands.isBrowser(strand)) return true;
        var first = identifications.first(strand);
        return first != Touches.NONE && contacts.survivor(first) == contact;
    }

    @Override
    public Creation creation() {
        if (creation == null) creation = contacts.creation(contact);
        return creation;
    }
}
