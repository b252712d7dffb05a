package tributary.query.live;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import tributary.attribution.rules.RuleSet;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.store.Facts;
import tributary.store.Recorded;

/// Folds a ledger of its own up to the instant, then one fact after the other, judging each time only what the fact
/// marked. One account at a time, since a ledger takes memory.
final class LiveHindsight implements Hindsight {
    private final Facts facts;
    private final Ledgers ledgers;
    private final Rebuild rebuild;
    private final Semaphore turn = new Semaphore(1, true);

    LiveHindsight(Facts facts, Ledgers ledgers, Rebuild rebuild) {
        this.facts = facts;
        this.ledgers = ledgers;
        this.rebuild = rebuild;
    }

    @Override
    public <T> void follow(
            AccountId account,
            RuleSet rules,
            Instant since,
            long upTo,
            Function<AccountView, T> measure,
            Follower<T> follower) {
        var after = Math.min(upTo, facts.positionAsOf(since).orElse(0));
        refuseTooMany(account, since, after, upTo);
        takeTurn();
        try {
            var ledger = ledgers.blank(account);
            rebuild.account(ledger, 0, after, Progress.UNSEEN);
            follower.begins(measured(ledger, rules, measure));
            facts.read(after, upTo, recorded -> {
                if (recorded.account().equals(account)) follow(ledger, rules, recorded, measure, follower);
            });
        } finally {
            turn.release();
        }
    }

    private static <T> void follow(
            AccountLedger ledger,
            RuleSet rules,
            Recorded recorded,
            Function<AccountView, T> measure,
            Follower<T> follower) {
        ledger.fold(recorded);
        follower.goesOn(recorded, measured(ledger, rules, measure));
    }

    private static <T> T measured(AccountLedger ledger, RuleSet rules, Function<AccountView, T> measure) {
        return ledger.read(rules, Optional.empty(), true, 0, measure);
    }

    private void refuseTooMany(AccountId account, Instant since, long after, long upTo) {
        if (upTo - after <= Limits.FACTS_FOLLOWED) return;
        var count = new AtomicLong();
        facts.read(after, upTo, recorded -> {
            if (recorded.account().equals(account)) count.incrementAndGet();
        });
        if (count.get() <= Limits.FACTS_FOLLOWED) return;
        var accepted = facts.at(upTo - Limits.FACTS_FOLLOWED).recordedAt();
        throw new Refusal.Invalid(
                        "too-many-facts-since",
                        "Too many facts were recorded since",
                        count + " facts were recorded since " + since + ", of which " + Limits.FACTS_FOLLOWED
                                + " can be followed; a since of " + accepted + " or later would be accepted")
                .with("since", since.toString())
                .with("accepted", accepted.toString());
    }

    private void takeTurn() {
        try {
            if (turn.tryAcquire(Limits.LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal.Busy(
                "busy-following",
                "Others ask for changes",
                "the changes of another question are being followed",
                Limits.RETRY_AFTER_SECONDS);
    }
}
