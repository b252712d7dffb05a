package tributary.query.live;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import tributary.events.AccountId;
import tributary.store.Facts;

/// Accounts as they stood when only the facts recorded up to an instant were there (D-50): folded when asked for,
/// and kept for a while for further questions.
final class Pasts {
    private final Facts facts;
    private final Ledgers ledgers;
    private final Rebuild rebuild;
    private final Map<Key, Kept> kept = new LinkedHashMap<>();

    private record Key(AccountId account, long position) {}

    private static final class Kept {
        private final CompletableFuture<AccountLedger> ledger = new CompletableFuture<>();
        private long askedAt = System.nanoTime();
    }

    /// @param position up to which all facts are included
    record Past(AccountLedger ledger, long position) {}

    Pasts(Facts facts, Ledgers ledgers, Rebuild rebuild) {
        this.facts = facts;
        this.ledgers = ledgers;
        this.rebuild = rebuild;
    }

    Past of(AccountId account, Instant asOf) {
        var key = new Key(account, facts.positionAsOf(asOf).orElse(0));
        var fresh = new Kept();
        var found = keep(key, fresh);
        if (found == fresh) fold(key, fresh);
        try {
            return new Past(found.ledger.join(), key.position());
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    private void fold(Key key, Kept into) {
        try {
            var ledger = ledgers.blank(key.account());
            rebuild.account(ledger, 0, key.position(), Progress.UNSEEN);
            into.ledger.complete(ledger);
        } catch (RuntimeException failure) {
            forget(key);
            into.ledger.completeExceptionally(failure);
        }
    }

    private synchronized Kept keep(Key key, Kept fresh) {
        var known = kept.remove(key);
        var now = known == null ? fresh : known;
        now.askedAt = System.nanoTime();
        kept.put(key, now);
        if (kept.size() > Limits.PASTS) kept.remove(kept.keySet().iterator().next());
        return now;
    }

    private synchronized void forget(Key key) {
        kept.remove(key);
    }

    /// Lets go of those nobody asked for lately.
    synchronized void tidy() {
        var now = System.nanoTime();
        kept.values().removeIf(past -> now - past.askedAt > Limits.PAST_KEPT.toNanos());
    }
}
