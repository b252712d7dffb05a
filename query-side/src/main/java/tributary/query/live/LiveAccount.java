package tributary.query.live;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tributary.attribution.rules.RuleSet;
import tributary.events.AccountId;
import tributary.query.figures.HeapFigures;

/// An account whose journeys are in this process, for whoever publishes its figures elsewhere.
public interface LiveAccount {
    AccountId account();

    /// Of the last fact folded; 0 before the first.
    long position();

    /// Judges under the account's own rule set, unless figures under it are kept already; that may take a while.
    void keepOwn();

    /// The rule sets under which figures are kept.
    List<RuleSet> kept();

    /// Looks at kept figures while they hold still, judged up to [#position]; reports go on, facts wait meanwhile.
    /// Nobody counts as having asked for them. Empty if they are kept no more.
    <T> Optional<T> look(RuleSet rules, BiFunction<AccountView, HeapFigures, T> work);

    /// Tells whether what is published of this account stays behind, because it cannot be published at present.
    void publicationIsBehind(boolean behind);
}
