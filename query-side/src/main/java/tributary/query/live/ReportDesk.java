package tributary.query.live;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tributary.events.AccountId;

/// Where reports are asked for. A report includes every fact that was acknowledged before it was asked for.
public interface ReportDesk {
    /// Answers a report from the figures of an account.
    ///
    /// @param ruleSet name, or empty for the account's
    /// @param asOf only facts recorded up to then; empty for all
    /// @param wait whether to wait (10 s at most) until every fact recorded by now is included; otherwise the
    /// answer comes at once from what is published
    /// @param report runs while the account holds still; must not keep the view
    /// @throws tributary.events.Refusal.Busy if the facts were not included in time
    /// @throws tributary.events.Refusal.Invalid if there is no such rule set, naming those there are
    <T> T ask(
            AccountId account,
            Optional<String> ruleSet,
            Optional<Instant> asOf,
            boolean wait,
            Function<AccountView, T> report);

    /// As [#ask], for a report that needs nothing but figures and directory: those can also be asked for where the
    /// account's journeys are not.
    default <T> T askFigures(
            AccountId account,
            Optional<String> ruleSet,
            Optional<Instant> asOf,
            boolean wait,
            Function<FiguresView, T> report) {
        return ask(account, ruleSet, asOf, wait, report::apply);
    }

    /// As [#askBoth], for a report that needs nothing but figures and directory.
    default <T> T askBothFigures(
            AccountId account,
            Optional<String> first,
            Optional<String> second,
            Optional<Instant> asOf,
            boolean wait,
            BiFunction<FiguresView, FiguresView, T> report) {
        return askBoth(account, first, second, asOf, wait, report::apply);
    }

    /// Answers a report that looks at an account under two rule sets, at one position.
    ///
    /// @param first name, or empty for the account's; `second` likewise
    <T> T askBoth(
            AccountId account,
            Optional<String> first,
            Optional<String> second,
            Optional<Instant> asOf,
            boolean wait,
            BiFunction<AccountView, AccountView, T> report);
}
