package tributary.standalone.server;

import java.util.Map;
import tributary.command.account.RuleSetDecisions;
import tributary.query.rules.RuleDecisions;
import tributary.store.Caller;

/// Hands what the query side wants recorded about rule sets to the command side.
record RecordedRules(RuleSetDecisions decisions) implements RuleDecisions {
    @Override
    public void define(Caller caller, String name, String base, Map<String, Object> parameters) {
        decisions.define(caller, name, base, parameters);
    }

    @Override
    public void activate(Caller caller, String name) {
        decisions.activate(caller, name);
    }
}
