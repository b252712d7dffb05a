package tributary.query.live;

import java.util.Optional;
import java.util.stream.Stream;
import tributary.attribution.rules.RuleSet;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.store.Facts;

/// Builds an account's figures anew beside those in use, compares, and puts the new in their place in one step.
/// Reports go on from the old ones meanwhile.
public final class Renewal {
    private final Facts facts;
    private final Ledgers ledgers;
    private final Rebuild rebuild;

    Renewal(Facts facts, Ledgers ledgers, Rebuild rebuild) {
        this.facts = facts;
        this.ledgers = ledgers;
        this.rebuild = rebuild;
    }

    /// Judges the kept journeys anew.
    ///
    /// @param ruleSet only under this one; empty: under each in use
    /// @throws RuntimeException whatever `progress` throws; then everything is as it was
    public Differences rejudge(AccountId account, Optional<String> ruleSet, Progress progress) {
        return ledgers.of(account).rejudge(ruleSet.map(RuleSets::required), progress);
    }

    /// Folds all facts of the account anew from the store, and judges them under each rule set in use.
    ///
    /// @param ruleSet under this one too
    /// @throws RuntimeException whatever `progress` throws; then everything is as it was
    public Differences replay(AccountId account, Optional<String> ruleSet, Progress progress) {
        var published = ledgers.of(account);
        var fresh = ledgers.blank(account);
        var head = facts.head();
        rebuild.account(fresh, 0, head, progress);
        fresh.makeReady(rules(published, ruleSet));
        progress.report(head, head);
        return published.takeOver(
                fresh, (behind, upTo) -> rebuild.account(behind, behind.position(), upTo, Progress.UNSEEN));
    }

    /// @throws Refusal.Invalid if there is no such rule set, naming those there are
    public void check(Optional<String> ruleSet) {
        ruleSet.ifPresent(RuleSets::required);
    }

    private static Stream<RuleSet> rules(AccountLedger published, Optional<String> ruleSet) {
        return Stream.concat(published.rulesInUse().stream(), ruleSet.map(RuleSets::required).stream());
    }
}
