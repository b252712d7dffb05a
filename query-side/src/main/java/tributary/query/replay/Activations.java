package tributary.query.replay;

import java.util.Map;
import tributary.events.AccountId;

/// Switching accounts to other rule sets.
public interface Activations {
    /// Begins to judge under a rule set beside what is published. When the figures are settled, the switch is
    /// recorded; when the replay is complete, reports that name no rule set answer under this one. Until then they
    /// answer as before, and when it is cancelled or fails, they go on so.
    ///
    /// @param record records the switch as a fact
    /// @return the replay as the API shows it
    /// @throws tributary.events.Refusal.Conflict if a replay of this account runs already
    /// @throws tributary.events.Refusal.Invalid if there is no such rule set
    Map<String, Object> start(AccountId account, String ruleSet, Runnable record);
}
