package tributary.query.live;

import java.time.Instant;
import java.util.function.Function;
import tributary.attribution.rules.RuleSet;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.store.Recorded;

/// Follows an account from how it stood at an instant, fact by fact.
public interface Hindsight {
    /// Measures the account as it stood when only what was recorded by an instant was there, and again after each
    /// later fact of it. It is folded beside the live account for this; nobody waits meanwhile but others who ask
    /// for the same.
    ///
    /// @param upTo position of the last fact to follow
    /// @param measure what to look at; costs its time once for each fact
    /// @throws Refusal.Invalid if there are more facts to follow than is allowed, naming an instant that would be
    /// accepted
    /// @throws Refusal.Busy if others are being followed
    <T> void follow(
            AccountId account,
            RuleSet rules,
            Instant since,
            long upTo,
            Function<AccountView, T> measure,
            Follower<T> follower);

    /// Takes what was measured.
    interface Follower<T> {
        /// Before the first fact; once.
        void begins(T measured);

        /// After this fact, in order of positions.
        void goesOn(Recorded fact, T measured);
    }
}
