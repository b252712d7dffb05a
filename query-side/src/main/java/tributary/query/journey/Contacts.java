package tributary.query.journey;

import java.util.Arrays;
import java.util.OptionalInt;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.Still;
import tributary.attribution.journey.Person.Creation;
import tributary.attribution.journey.Touches;

/// The contacts by number: how they came to be, what they were merged into, which strands and deals are theirs.
final class Contacts {
    private final TextNumbers ids = new TextNumbers();
    private final Strands strands;
    private final Creations creations;
    private final Marks marks;
    private final Standings standings = new Standings();
    private final Aliases aliases = new Aliases();
    private final NumberSets strandsOf = new NumberSets();
    private final NumberSets dealsOf = new NumberSets();
    private int[] person = {};

    Contacts(Strands strands, Creations creations, Marks marks) {
        this.strands = strands;
        this.creations = creations;
        this.marks = marks;
    }

    int size() {
        return ids.size();
    }

    /// The number of the contact with this id, given now if it is new.
    int number(String id) {
        var known = ids.find(id);
        return known != Touches.NONE ? known : added(ids.add(id));
    }

    /// As [Acts#known].
    int[] known(Names names, int[] into) {
        return ids.known(names, into);
    }

    /// Gives a number to a contact whose id has none.
    int add(Names names, int text) {
        var id = names.column();
        return added(ids.add(id.bytes(), id.from(text), id.to(text), names.high(text), names.low(text)));
    }

    private int added(int contact) {
        person = Room.in(person, contact + 1);
        person[contact] = strands.add(contact);
        marks.person(person[contact]);
        return contact;
    }

    OptionalInt find(String id) {
        var known = ids.find(id);
        return known == Touches.NONE ? OptionalInt.empty() : OptionalInt.of(known);
    }

    String id(int contact) {
        return ids.text(contact);
    }

    int survivor(int contact) {
        return aliases.survivor(contact);
    }

    Aliases aliases() {
        return aliases;
    }

    /// The person that a contact is, which is also the strand of its own acts without browser. Of a merged contact:
    /// the one it was.
    int ownPerson(int contact) {
        return person[contact];
    }

    /// The person that stands for a contact by now.
    int personOf(int contact) {
        return person[survivor(contact)];
    }

    /// Someone's act, or identification, in this strand names the contact.
    void meet(int contact, int strand) {
        strandsOf.add(survivor(contact), strand);
    }

    /// The strands that hold, or may hold, touches of a surviving contact.
    NumberSets strandsOf() {
        return strandsOf;
    }

    void associate(int contact, int deal) {
        dealsOf.add(survivor(contact), deal);
    }

    int[] dealsOf(int contact) {
        return dealsOf.all(survivor(contact));
    }

    /// When contacts were created as far as is known, which can only become earlier; of those that were not, or
    /// have no number, the end of time.
    long[] createdAt(int[] numbers, int count, long[] into) {
        var found = Room.in(into, count);
        for (var i = 0; i < count; i++)
            found[i] = numbers[i] == Touches.NONE ? Long.MAX_VALUE : creations.at(survivor(numbers[i]));
        return found;
    }

    void create(int contact, Creation candidate) {
        creations.consider(survivor(contact), candidate);
    }

    Creation creation(int contact) {
        return creations.of(survivor(contact));
    }

    /// @return the number that is no more, or [Touches#NONE] if both were one already
    int merge(int primary, int merged, long position) {
        var gone = aliases.merge(primary, merged, position);
        if (gone == Touches.NONE) return gone;
        var into = survivor(gone);
        creations.merge(into, gone);
        strandsOf.addAll(into, gone);
        dealsOf.addAll(into, gone);
        return gone;
    }

    Standings standings() {
        return standings;
    }

    /// Which strands and deals are whose follows from meetings and from deals.
    Still still() {
        return Still.of(ids.still(), creations.still(), standings.still(), aliases.still());
    }

    /// Strands must have been read before.
    void read(ColumnsIn in) {
        ids.read(in);
        creations.read(in);
        standings.read(in);
        aliases.read(in);
        person = new int[ids.size()];
        for (var strand = 0; strand < strands.size(); strand++)
            if (!strands.isBrowser(strand)) person[strands.holder(strand)] = strand;
    }

    void trim() {
        ids.trim();
        person = Arrays.copyOf(person, ids.size());
        creations.trim(ids.size());
        standings.trim(ids.size());
        strandsOf.trim(ids.size());
        dealsOf.trim(ids.size());
    }
}
