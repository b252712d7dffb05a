package tributary.query.live;

import java.util.Optional;
import tributary.events.AccountId;
import tributary.events.Refusal;

/// Builds an account's figures anew beside those in use, compares, and puts the new in their place in one step.
/// Reports go on from the old ones meanwhile.
public interface Renewal {
    /// Judges the kept journeys anew.
    ///
    /// @param ruleSet only under this one; empty: under each in use
    /// @throws RuntimeException whatever `progress` throws; then everything is as it was
    Differences rejudge(AccountId account, Optional<String> ruleSet, Progress progress);

    /// Folds all facts of the account anew from the store, and judges them under each rule set in use.
    ///
    /// @param ruleSet under this one too
    /// @throws RuntimeException whatever `progress` throws; then everything is as it was
    Differences replay(AccountId account, Optional<String> ruleSet, Progress progress);

    /// Waits until all facts recorded by now are folded, and sees to it that a rule set is known.
    ///
    /// @param ruleSet empty: nothing to see to
    /// @throws Refusal.Invalid if there is no such rule set, naming those there are
    void check(AccountId account, Optional<String> ruleSet);
}
