package tributary.query.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import tributary.events.AccountId;
import tributary.store.Facts;
import tributary.store.Recorded;

/// Folds facts from the store in bulk: of all accounts when the server starts, of one for a replay or a look back.
final class Rebuild {
    /// Facts that wait for each lane.
    private static final int WAITING = 64;

    private final Facts facts;
    private final JourneyProjection projection;

    Rebuild(Facts facts, JourneyProjection projection) {
        this.facts = facts;
        this.projection = projection;
    }

    /// Folds all facts up to the head, accounts side by side on as many threads, each account in order.
    ///
    /// @return the head that was reached
    long everything(int lanes) {
        var head = facts.head();
        try (var threads = Executors.newFixedThreadPool(lanes)) {
            var all = new ArrayList<Lane>();
            for (var lane = 0; lane < lanes; lane++) all.add(new Lane(threads));
            try {
                facts.read(0, head, recorded -> lane(all, recorded.account()).take(recorded));
            } finally {
                all.forEach(Lane::end);
            }
            all.forEach(Lane::await);
        }
        return head;
    }

    /// Folds one account's facts with `after < position <= upTo` into a ledger.
    void account(AccountLedger into, long after, long upTo, Progress progress) {
        facts.read(after, upTo, recorded -> {
            if (recorded.account().equals(into.account())) into.fold(recorded);
            progress.report(recorded.position() - after, upTo - after);
        });
    }

    private static Lane lane(List<Lane> lanes, AccountId account) {
        return lanes.get(Math.floorMod(account.hashCode(), lanes.size()));
    }

    /// Accounts that one thread folds.
    private final class Lane {
        private final BlockingQueue<Optional<Recorded>> waiting = new ArrayBlockingQueue<>(WAITING);
        private final Future<?> work;

        Lane(ExecutorService threads) {
            work = threads.submit(this::fold);
        }

        void take(Recorded recorded) {
            put(Optional.of(recorded));
        }

        void end() {
            put(Optional.empty());
        }

        private void put(Optional<Recorded> fact) {
            try {
                while (!waiting.offer(fact, 100, TimeUnit.MILLISECONDS))
                    if (work.isDone()) return; // its failure is told when it is awaited
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while rebuilding");
            }
        }

        private Object fold() throws InterruptedException {
            for (var fact = waiting.take(); fact.isPresent(); fact = waiting.take()) projection.apply(fact.get());
            return null;
        }

        void await() {
            try {
                work.get();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while rebuilding");
            } catch (ExecutionException failure) {
                throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
            }
        }
    }
}
