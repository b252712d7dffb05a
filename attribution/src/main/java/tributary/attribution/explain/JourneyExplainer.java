package tributary.attribution.explain;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
        var acts = new IdentityHashMap<Sitting, List<Act>>();
        var entries = new ArrayList<JourneyEntry>();
        for (var step : Steps.of(premises, person)) {
            if (!step.mine() || !step.human()) continue;
            if (step.session() == null) entries.add(new JourneyEntry.Single(step.act(), step.source()));
            else add(step, acts, entries);
        }
        entries.sort((a, b) -> Long.compare(a.from(), b.from()));
        return List.copyOf(entries);
    }

    private static void add(Step step, Map<Sitting, List<Act>> acts, List<JourneyEntry> entries) {
        var session = step.session();
        var ofSession = acts.get(session);
        if (ofSession == null) {
            ofSession = new ArrayList<>();
            acts.put(session, ofSession);
            entries.add(new JourneyEntry.Session(
                    session.from,
                    session.to,
                    session.strand,
                    session.browser,
                    session.source,
                    session.origin,
                    ofSession));
        }
        ofSession.add(step.act());
    }
}
