package tributary.query.live;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tributary.events.AccountId;
import tributary.query.live.JourneySnapshots.Label;
import tributary.store.Accounts;
import tributary.store.Facts;

/// Begins ledgers with snapshots, where there are any, so that only the facts after them need be folded. A snapshot
/// that cannot be read, or is of another store, is passed over: then all facts of its account are.
final class Beginnings {
    private static final Logger LOG = LoggerFactory.getLogger(Beginnings.class);

    private final Facts facts;
    private final Accounts accounts;
    private final Optional<JourneySnapshots> snapshots;

    Beginnings(Facts facts, Accounts accounts, Optional<JourneySnapshots> snapshots) {
        this.facts = facts;
        this.accounts = accounts;
        this.snapshots = snapshots;
    }

    /// Begins ledgers of some accounts.
    ///
    /// @return the position up to which none of these accounts has facts that are not in its ledger
    long into(Ledgers ledgers, Predicate<AccountId> wanted) {
        if (snapshots.isEmpty()) return 0;
        var head = facts.head();
        var reached = head;
        for (var account : accounts.all()) {
            if (!wanted.test(account)) continue;
            var ledger = newest(account, head, ledgers);
            ledger.ifPresent(ledgers::begin);
            reached = Math.min(
                    reached, ledger.map(AccountLedger::position).orElseGet(() -> accounts.firstPosition(account) - 1));
        }
        return reached;
    }

    private Optional<AccountLedger> newest(AccountId account, long head, Ledgers ledgers) {
        try {
            var begun = System.nanoTime();
            var found = snapshots.get().newest(account, (label, pieces) -> restored(label, pieces, head, ledgers));
            found.ifPresent(ledger -> LOG.info(
                    "Read account {} up to position {} from a snapshot in {} ms",
                    account.value(),
                    ledger.position(),
                    (System.nanoTime() - begun) / 1_000_000));
            return found;
        } catch (RuntimeException unreadable) {
            LOG.warn(
                    "The snapshot of account {} is passed over, all its facts are folded: {}",
                    account.value(),
                    unreadable.toString());
            return Optional.empty();
        }
    }

    private AccountLedger restored(Label label, Iterator<byte[]> pieces, long head, Ledgers ledgers) {
        if (label.position() > head || !facts.at(label.position()).recordedAt().equals(label.recordedAt()))
            throw new IllegalStateException("it is of another store, or of one that was put back since");
        return ledgers.restored(label.account(), label.position(), pieces);
    }
}
