package tributary.attribution.twin;

import java.util.List;
import java.util.function.IntUnaryOperator;
import tributary.attribution.journey.Person;
import tributary.attribution.journey.Strand;

/// A contact with the runs that hold acts of theirs, or a browser nobody was identified in.
///
/// @param home for each run, whether its sessions are counted here
/// @param survivor the contact that a number means now
record FoldedPerson(int contact, List<Run> runs, List<Boolean> home, Creation creation, IntUnaryOperator survivor)
        implements Person {
    @Override
    public boolean is(int contact) {
        return contact >= 0 ? survivor.applyAsInt(contact) == this.contact : contact == this.contact;
    }

    @Override
    public int strands() {
        return runs.size();
    }

    @Override
    public void strand(int index, Strand into) {
        runs.get(index).point(into);
    }

    @Override
    public boolean isHome(int index) {
        return home.get(index);
    }
}
