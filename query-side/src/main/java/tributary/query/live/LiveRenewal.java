package tributary.query.live;

import java.util.Optional;
import java.util.stream.Stream;
import tributary.attribution.rules.RuleSet;
import tributary.events.AccountId;
import tributary.store.Facts;

/// Builds anew from the ledgers' journeys or from the store.
final class LiveRenewal implements Renewal {
    private final Facts facts;
    private final Ledgers ledgers;
    private final Rebuild rebuild;
    private final ReadBarrier barrier;

    LiveRenewal(Facts facts, Ledgers ledgers, Rebuild rebuild, ReadBarrier barrier) {
        this.facts = facts;
        this.ledgers = ledgers;
        this.rebuild = rebuild;
        this.barrier = barrier;
    }

    @Override
    public Differences rejudge(AccountId account, Optional<String> ruleSet, Progress progress) {
        var ledger = ledgers.of(account);
        return ledger.rejudge(ruleSet.map(ledger::rules), progress);
    }

    @Override
    public Differences replay(AccountId account, Optional<String> ruleSet, Progress progress) {
        var published = ledgers.of(account);
        var fresh = ledgers.blank(account);
        var head = facts.head();
        rebuild.account(fresh, 0, head, progress);
        Runnable step = () -> progress.report(head, head);
        fresh.makeReady(rules(published, ruleSet), step);
        return published.takeOver(
                fresh, (behind, upTo) -> rebuild.account(behind, behind.position(), upTo, Progress.UNSEEN), step);
    }

    @Override
    public void check(AccountId account, Optional<String> ruleSet) {
        barrier.await(account);
        ruleSet.ifPresent(ledgers.of(account)::rules);
    }

    private static Stream<RuleSet> rules(AccountLedger published, Optional<String> ruleSet) {
        return Stream.concat(published.rulesInUse().stream(), ruleSet.map(published::rules).stream());
    }
}
