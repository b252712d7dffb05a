package tributary.query.replay;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tributary.events.Refusal;
import tributary.query.live.Differences;
import tributary.query.live.Progress;
import tributary.query.live.Renewal;
import tributary.store.Caller;
import tributary.store.Scopes;

/// What a replay of each kind does.
final class Building {
    private static final Logger LOG = LoggerFactory.getLogger(Building.class);

    private final Renewal renewal;
    private final RuleSwitch rules;

    Building(Renewal renewal, RuleSwitch rules) {
        this.renewal = renewal;
        this.rules = rules;
    }

    /// Builds figures anew and puts them in the place of the old.
    Differences of(Replay replay, Progress progress) {
        var account = replay.account();
        var ruleSet = replay.ruleSet();
        if (replay.kind() == Kind.REPLAY) return renewal.replay(account, ruleSet, progress);
        var differences = renewal.rejudge(account, ruleSet, progress);
        replay.endIfCancelled();
        if (replay.kind() == Kind.ACTIVATE) {
            rules.activate(whoAsked(replay), ruleSet.orElseThrow());
            awaitFact(replay);
        }
        return differences;
    }

    /// What is recorded holds, even if it takes long until it is folded; reports wait for it themselves.
    private void awaitFact(Replay replay) {
        try {
            renewal.check(replay.account(), replay.ruleSet());
        } catch (Refusal.Busy busy) {
            LOG.warn("{} {} is recorded, not folded: {}", replay.kind(), replay.id(), busy.getMessage());
        }
    }

    /// The token may be gone by now; the switch was accepted while it was not.
    private static Caller whoAsked(Replay replay) {
        return new Caller(replay.account(), replay.source(), Set.of(Scopes.RULES_WRITE), false);
    }
}
