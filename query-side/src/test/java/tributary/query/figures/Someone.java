package tributary.query.figures;

import tributary.attribution.Kind;
import tributary.attribution.journey.Person;
import tributary.attribution.journey.Strand;

/// A person of whom only the contact and its creation matter.
record Someone(int contact, long createdAt) implements Person {
    @Override
    public int strands() {
        return 0;
    }

    @Override
    public void strand(int index, Strand into) {
        throw new IndexOutOfBoundsException("contact " + contact + " has no strand " + index);
    }

    @Override
    public boolean isHome(int index) {
        return false;
    }

    @Override
    public Creation creation() {
        return new Creation(createdAt, Creation.By.STATEMENT, Kind.OTHER, -1, 0, 0, 0);
    }
}
