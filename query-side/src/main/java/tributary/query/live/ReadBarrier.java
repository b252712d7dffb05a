package tributary.query.live;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.store.Facts;

/// Makes a report wait until every fact recorded before it was asked for is folded.
final class ReadBarrier {
    private static final long NAP_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final Facts facts;
    private final Projection projection;
    private final Ledgers ledgers;
    private final Stoppages stoppages;

    ReadBarrier(Facts facts, Projection projection, Ledgers ledgers, Stoppages stoppages) {
        this.facts = facts;
        this.projection = projection;
        this.ledgers = ledgers;
        this.stoppages = stoppages;
    }

    /// Waits for all facts of the account that are recorded now.
    ///
    /// @return the position up to which all of its facts are folded
    /// @throws Refusal.Busy if that takes too long, or cannot be
    long await(AccountId account) {
        ledgers.requireHeld(account);
        var head = facts.head();
        var end = System.nanoTime() + Limits.LONGEST_WAIT.toNanos();
        while (projection.reached(account) < head) {
            stoppages.of(account).ifPresent(stoppage -> refuse("stopped", stoppage));
            if (System.nanoTime() - end >= 0) refuse("behind", "the figures do not include position " + head + " yet");
            projection.look();
            LockSupport.parkNanos(NAP_NANOS);
            if (Thread.currentThread().isInterrupted()) refuse("ending", "the server is ending");
        }
        return head;
    }

    private static void refuse(String reason, String detail) {
        throw new Refusal.Busy(reason, "The report cannot include every fact yet", detail, Limits.RETRY_AFTER_SECONDS);
    }
}
