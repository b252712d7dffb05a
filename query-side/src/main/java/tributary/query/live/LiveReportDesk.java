package tributary.query.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tributary.attribution.rules.RuleSet;
import tributary.events.AccountId;

/// Answers from the live ledgers, and from ledgers folded up to an instant.
final class LiveReportDesk implements ReportDesk {
    private final Ledgers ledgers;
    private final Pasts pasts;
    private final ReadBarrier barrier;

    LiveReportDesk(Ledgers ledgers, Pasts pasts, ReadBarrier barrier) {
        this.ledgers = ledgers;
        this.pasts = pasts;
        this.barrier = barrier;
    }

    @Override
    public <T> T ask(
            AccountId account,
            Optional<String> ruleSet,
            Optional<Instant> asOf,
            boolean wait,
            Function<AccountView, T> report) {
        return ask(account, List.of(ruleSet), asOf, wait, views -> report.apply(views.getFirst()));
    }

    @Override
    public <T> T askBoth(
            AccountId account,
            Optional<String> first,
            Optional<String> second,
            Optional<Instant> asOf,
            boolean wait,
            BiFunction<AccountView, AccountView, T> report) {
        return ask(
                account, List.of(first, second), asOf, wait, views -> report.apply(views.getFirst(), views.getLast()));
    }

    private <T> T ask(
            AccountId account,
            List<Optional<String>> ruleSets,
            Optional<Instant> asOf,
            boolean wait,
            Function<List<AccountView>, T> report) {
        var included = wait && (asOf.isEmpty() || isOwnAsked(ruleSets)) ? barrier.await(account) : 0;
        var live = ledgers.of(account);
        if (asOf.isEmpty()) return live.read(rules(ruleSets, live, live), asOf, wait, included, report);
        var past = pasts.of(account, asOf.get());
        return past.ledger().read(rules(ruleSets, live, past.ledger()), asOf, true, past.position(), report);
    }

    /// Whether a rule set of the account's own is named, which may have been made just now.
    private static boolean isOwnAsked(List<Optional<String>> names) {
        return names.stream()
                .flatMap(Optional::stream)
                .anyMatch(name -> RuleSet.find(name).isEmpty());
    }

    /// A name means the same for ever, so also a past account can be looked at under a rule set made since.
    private static List<RuleSet> rules(List<Optional<String>> names, AccountLedger live, AccountLedger asked) {
        return names.stream()
                .map(name -> name.map(live::rules).orElseGet(asked::ownRules))
                .toList();
    }
}
