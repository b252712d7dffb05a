package tributary.query.live;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tributary.events.AccountId;
import tributary.query.journey.StillJourneys;
import tributary.query.live.JourneySnapshots.Kept;
import tributary.query.live.JourneySnapshots.Label;
import tributary.store.Facts;

/// Keeps snapshots of accounts of which much is in none, one at a time, on a thread that nothing waits for; and
/// what is missing at the end of the process, if that is quick. Where snapshots cannot be kept, it is tried again
/// later.
final class SnapshotKeeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);
    /// Ends after the projection, when nothing more is folded.
    private static final int PHASE = Projection.PHASE - 1;

    private final Facts facts;
    private final Ledgers ledgers;
    private final BooleanSupplier caughtUp;
    private final Optional<JourneySnapshots> snapshots;
    /// When each account was last kept, or tried in vain. Of the keeper's thread.
    private final Map<AccountId, Long> triedAt = new HashMap<>();

    private volatile ScheduledExecutorService thread;
    /// When the process must end, by the clock of `System.nanoTime`; empty while it goes on.
    private volatile Optional<Long> end = Optional.empty();

    /// @param caughtUp whether all facts recorded before the start are folded: until then all threads are needed, and
    /// what is half folded is not worth keeping
    SnapshotKeeper(Facts facts, Ledgers ledgers, BooleanSupplier caughtUp, Optional<JourneySnapshots> snapshots) {
        this.facts = facts;
        this.ledgers = ledgers;
        this.caughtUp = caughtUp;
        this.snapshots = snapshots;
    }

    @Override
    public void start() {
        end = Optional.empty();
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("keep-snapshots").factory());
        thread.execute(LowPriority::take);
        var every = Limits.SNAPSHOTS_LOOKED_AT.toMillis();
        if (snapshots.isPresent()) thread.scheduleWithFixedDelay(this::keepDue, every, every, TimeUnit.MILLISECONDS);
    }

    void keepDue() {
        if (!caughtUp.getAsBoolean()) return;
        ledgers.all().stream()
                .filter(ledger -> ledger.unkept() > Limits.MOST_UNKEPT && isLongAgo(ledger.account()))
                .toList()
                .forEach(this::keep);
    }

    private boolean isLongAgo(AccountId account) {
        var last = triedAt.get(account);
        return last == null || System.nanoTime() - last >= Limits.SNAPSHOT_EVERY.toNanos();
    }

    private void keep(AccountLedger ledger) {
        var begun = System.nanoTime();
        try {
            if (end.isPresent() && System.nanoTime() - end.get() > 0) return;
            var kept = ledger.keep(this::kept);
            LOG.info(
                    "Kept a snapshot of account {}: {} bytes, {} of {} pieces new in {} bytes, in {} ms",
                    ledger.account().value(),
                    kept.bytes(),
                    kept.newPieces(),
                    kept.pieces(),
                    kept.packedBytes(),
                    (System.nanoTime() - begun) / 1_000_000);
        } catch (RuntimeException failure) {
            LOG.warn(
                    "No snapshot of account {} could be kept; it is tried again later: {}",
                    ledger.account().value(),
                    failure.toString());
        } finally {
            triedAt.put(ledger.account(), System.nanoTime());
        }
    }

    private Kept kept(StillJourneys still) {
        var recordedAt = facts.at(still.position()).recordedAt();
        var label = new Label(still.account(), still.position(), recordedAt);
        return snapshots.orElseThrow().keep(label, pieces -> still.write(hurried(pieces)));
    }

    private Consumer<byte[]> hurried(Consumer<byte[]> pieces) {
        return piece -> {
            if (end.isPresent() && System.nanoTime() - end.get() > 0)
                throw new IllegalStateException("the process ends");
            pieces.accept(piece);
        };
    }

    @Override
    public void stop() {
        var ending = thread;
        if (ending == null) return;
        thread = null;
        end = Optional.of(System.nanoTime() + Limits.SNAPSHOTS_AT_END.toNanos());
        ending.execute(this::keepAtEnd);
        ending.shutdown();
        await(ending);
    }

    private void keepAtEnd() {
        if (snapshots.isPresent()) keep(Limits.MOST_UNKEPT_AT_END);
    }

    /// Keeps all of which anything is in no snapshot.
    void keepNow() {
        keep(0);
    }

    private void keep(double mostUnkept) {
        ledgers.all().stream()
                .filter(ledger -> ledger.unkept() > mostUnkept)
                .sorted(Comparator.comparingDouble(AccountLedger::unkept).reversed())
                .toList()
                .forEach(this::keep);
    }

    private static void await(ExecutorService thread) {
        try {
            thread.awaitTermination(2 * Limits.SNAPSHOTS_AT_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
