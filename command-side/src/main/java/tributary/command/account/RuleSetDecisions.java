package tributary.command.account;

import java.time.Clock;
import java.util.Map;
import tributary.command.account.AccountCommand.ActivateRuleSet;
import tributary.command.account.AccountCommand.DefineRuleSet;
import tributary.command.history.Chunks;
import tributary.command.line.Line;
import tributary.events.InstantText;
import tributary.store.Caller;
import tributary.store.Scopes;

/// Decides about an account's rule sets, for those who know what the parameters mean: this side guards names and
/// records. When a call returns, its fact is committed and synced.
public final class RuleSetDecisions {
    private final Chunks chunks;
    private final Clock clock;

    public RuleSetDecisions(Chunks chunks, Clock clock) {
        this.chunks = chunks;
        this.clock = clock;
    }

    /// Records a rule set of the account's own.
    ///
    /// @param parameters checked already
    /// @throws tributary.events.Refusal if the name is none or in use, or the base is unknown
    public void define(Caller caller, String name, String base, Map<String, Object> parameters) {
        caller.require(Scopes.RULES_WRITE);
        var account = caller.account();
        var command = new DefineRuleSet(
                account, Line.checkedId("name", name), base, parameters, InstantText.micros(clock.instant()));
        chunks.inOne(account, caller, desk -> desk.send(command));
    }

    /// Records that the account is judged under this rule set from now on.
    ///
    /// @throws tributary.events.Refusal if there is none of this name
    public void activate(Caller caller, String name) {
        caller.require(Scopes.RULES_WRITE);
        var command = new ActivateRuleSet(caller.account(), name, InstantText.micros(clock.instant()));
        chunks.inOne(caller.account(), caller, desk -> desk.send(command));
    }
}
