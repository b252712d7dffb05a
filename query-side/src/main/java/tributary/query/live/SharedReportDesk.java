package tributary.query.live;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tributary.events.AccountId;

/// Answers from the live ledgers as long as the account's is here. While no node has it ready, reports of figures
/// are answered from what was published, and say that they are stale; whatever needs journeys, or looks back, has
/// to wait.
final class SharedReportDesk implements ReportDesk {
    private final Ledgers ledgers;
    private final ReportDesk live;
    private final PublishedReports published;

    SharedReportDesk(Ledgers ledgers, ReportDesk live, PublishedReports published) {
        this.ledgers = ledgers;
        this.live = live;
        this.published = published;
    }

    @Override
    public <T> T ask(
            AccountId account,
            Optional<String> ruleSet,
            Optional<Instant> asOf,
            boolean wait,
            Function<AccountView, T> report) {
        return live.ask(account, ruleSet, asOf, wait, report);
    }

    @Override
    public <T> T askBoth(
            AccountId account,
            Optional<String> first,
            Optional<String> second,
            Optional<Instant> asOf,
            boolean wait,
            BiFunction<AccountView, AccountView, T> report) {
        return live.askBoth(account, first, second, asOf, wait, report);
    }

    @Override
    public <T> T askFigures(
            AccountId account,
            Optional<String> ruleSet,
            Optional<Instant> asOf,
            boolean wait,
            Function<FiguresView, T> report) {
        return stale(account, ruleSet, asOf, report)
                .orElseGet(() -> live.askFigures(account, ruleSet, asOf, wait, report));
    }

    private <T> Optional<T> stale(
            AccountId account, Optional<String> ruleSet, Optional<Instant> asOf, Function<FiguresView, T> report) {
        if (asOf.isPresent() || ledgers.holds(account)) return Optional.empty();
        return published.read(account, ruleSet, report);
    }
}
