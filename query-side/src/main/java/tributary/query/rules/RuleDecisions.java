package tributary.query.rules;

import java.util.Map;
import tributary.query.replay.RuleSwitch;
import tributary.store.Caller;

/// Where what is decided about an account's rule sets is recorded. This side knows what parameters mean and judges;
/// which names are taken, and what becomes a fact, is decided elsewhere
/// (docs/adr/0008-record-rules-through-a-port.md). When a call returns, its fact is stored.
public interface RuleDecisions extends RuleSwitch {
    /// @param parameters plain values, which this side can read
    /// @throws tributary.events.Refusal if the name is not accepted or in use
    void define(Caller caller, String name, String base, Map<String, Object> parameters);
}
