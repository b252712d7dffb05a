package tributary.query.journey;

import tributary.attribution.journey.Person;
import tributary.attribution.journey.Strand;

/// A cursor over the persons of an account, one for each thread. Several may be used at once, as long as nothing is
/// applied meanwhile and [AccountJourneys#drain] was called since the last fact.
public final class People implements Person {
    private final AccountJourneys journeys;

    People(AccountJourneys journeys) {
        this.journeys = journeys;
    }

    /// Moves to a person. A number may be nobody's, by identification or merge, or not yet anybody's: then there
    /// are neither contact nor strands.
    ///
    /// @param number from 0 to [AccountJourneys#people], exclusive
    /// @return this cursor
    public Person person(int number) {
        throw new UnsupportedOperationException(journeys + " " + number);
    }

    /// Whether there is nobody.
    public boolean isNobody() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int contact() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean is(int contact) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int strands() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void strand(int index, Strand into) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isHome(int index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Creation creation() {
        throw new UnsupportedOperationException();
    }
}
