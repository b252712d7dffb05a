package tributary.attribution.explain;

import java.util.List;
import tributary.attribution.journey.Person;
import tributary.attribution.judge.Premises;

/// Tells a person's journey as sessions and single acts.
public final class JourneyExplainer {
    private final Premises premises;

    public JourneyExplainer(Premises premises) {
        this.premises = premises;
    }

    /// In order of time. A session of a browser shared with others holds the acts of this contact only, and is left
    /// out without any; its bounds and source are those of the whole session.
    public List<JourneyEntry> explain(Person person) {
        throw new UnsupportedOperationException(premises + " " + person);
    }
}
