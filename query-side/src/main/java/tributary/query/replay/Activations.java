package tributary.query.replay;

import java.util.Map;
import tributary.store.Caller;

/// Switching accounts to other rule sets.
public interface Activations {
    /// Begins to judge under a rule set beside what is published. When the figures are settled, the switch is
    /// recorded; when the replay is complete, reports that name no rule set answer under this one. Until then they
    /// answer as before, and when it is cancelled or fails, they go on so. What is begun is brought to an end even
    /// if the server ends meanwhile.
    ///
    /// @return the replay as the API shows it
    /// @throws tributary.events.Refusal.Conflict if a replay of this account runs already
    /// @throws tributary.events.Refusal.Invalid if there is no such rule set
    /// @throws tributary.events.Refusal.Busy if too many are waiting, or the server is ending
    Map<String, Object> start(Caller caller, String ruleSet);
}
