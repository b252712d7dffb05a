package tributary.query.live;

import java.time.Instant;
import java.util.Optional;
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
        var named = ruleSet.map(RuleSets::required);
        if (asOf.isPresent()) return past(account, named, asOf.get(), report);
        var included = wait ? barrier.await(account) : 0;
        var ledger = ledgers.of(account);
        return ledger.read(named.orElseGet(ledger::ownRules), asOf, wait, included, report);
    }

    private <T> T past(AccountId account, Optional<RuleSet> named, Instant asOf, Function<AccountView, T> report) {
        var past = pasts.of(account, asOf);
        var ledger = past.ledger();
        return ledger.read(named.orElseGet(ledger::ownRules), Optional.of(asOf), true, past.position(), report);
    }
}
