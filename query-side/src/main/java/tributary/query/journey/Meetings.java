package tributary.query.journey;

import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.Still;

/// Who was met in which strand, and who was identified in which browser.
final class Meetings {
    private final Contacts contacts;
    private final Identifications identifications;
    private final Marks marks;

    /// The contacts, as they were named, that a browser's strand names.
    private final NumberSets met = new NumberSets();

    Meetings(Contacts contacts, Identifications identifications, Marks marks) {
        this.contacts = contacts;
        this.identifications = identifications;
        this.marks = marks;
    }

    /// An act in this strand names the contact.
    void meet(int contact, int strand) {
        if (met.add(strand, contact)) contacts.meet(contact, strand);
    }

    /// As [Identifications#submitted].
    void submitted(int strand, long at, int contact, int position, int line, PreparedActs acts) {
        identify(strand);
        identifications.submitted(strand, at, contact, position, line, acts);
    }

    /// As [Identifications#stated].
    void stated(int strand, long at, int contact, int position) {
        meet(contact, strand);
        identify(strand);
        identifications.stated(strand, at, contact, position);
        marks.strand(strand);
    }

    /// The anonymous person that a browser was is no more.
    private void identify(int strand) {
        if (!identifications.any(strand)) marks.person(strand);
    }

    /// Marks everyone whose judgement may depend on a strand.
    void markPersons(int strand, boolean browser) {
        if (browser && !identifications.any(strand)) marks.person(strand);
        for (var i = 0; i < met.size(strand); i++) marks.person(contacts.personOf(met.get(strand, i)));
    }

    Still still() {
        return Still.of(met.still(), identifications.still());
    }

    /// Contacts must have been read before.
    void read(ColumnsIn in) {
        met.read(in);
        identifications.read(in);
        for (var strand = 0; strand < met.owners(); strand++)
            for (var i = 0; i < met.size(strand); i++) contacts.meet(met.get(strand, i), strand);
    }

    /// Gives back what is unused.
    ///
    /// @param strands how many there are
    void trim(int strands) {
        met.trim(strands);
        identifications.trim(strands);
    }
}
