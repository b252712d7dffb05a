package tributary.attribution.judge;

import tributary.attribution.journey.Person;

/// Judges persons, one at a time, in one pass over their touches. Reusable; one per thread.
public final class PersonJudge {
    private final Premises premises;

    public PersonJudge(Premises premises) {
        this.premises = premises;
    }

    /// Tells everything found about this person.
    public void judge(Person person, PersonFindings out) {
        throw new UnsupportedOperationException(premises + " " + person + out);
    }
}
