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
import java.util.function.Predicate;
import tributary.events.AccountId;
import tributary.query.journey.PreparedActs;
import tributary.store.FactLoader;
import tributary.store.Facts;
import tributary.store.Recorded;
import tributary.store.codec.InteractionColumns;

/// Folds facts from the store in bulk: of many accounts when a server starts or takes segments, of one for a replay or
/// a look back.
final class Rebuild {
    /// Facts that wait for each lane.
    private static final int WAITING = 64;

    private final Facts facts;

    Rebuild(Facts facts) {
        this.facts = facts;
    }

    /// Folds the facts of some accounts after a position up to the head, accounts side by side on as many threads,
    /// each account in order.
    ///
    /// @return the head that was reached
    long into(JourneyProjection projection, Predicate<AccountId> wanted, long after, int lanes) {
        var head = facts.head();
        try (var threads = Executors.newFixedThreadPool(lanes)) {
            var all = new ArrayList<Lane>();
            for (var lane = 0; lane < lanes; lane++) all.add(new Lane(threads));
            try {
                facts.load(after, head, new Several(projection, wanted, all));
            } finally {
                all.forEach(Lane::end);
            }
            all.forEach(Lane::await);
        }
        return head;
    }

    /// Folds one account's facts with `after < position <= upTo` into a ledger.
    void account(AccountLedger into, long after, long upTo, Progress progress) {
        facts.load(after, upTo, new Loader() {
            @Override
            public boolean wants(AccountId account) {
                return account.equals(into.account());
            }

            @Override
            public void batch(long position, AccountId account, PreparedActs batch) {
                into.fold(position, batch);
                progress.report(position - after, upTo - after);
            }

            @Override
            public void fact(Recorded recorded) {
                into.fold(recorded);
                progress.report(recorded.position() - after, upTo - after);
            }
        });
    }

    /// Batches are prepared on the threads that read.
    private interface Loader extends FactLoader<PreparedActs> {
        @Override
        default PreparedActs prepare(InteractionColumns batch) {
            return new PreparedActs(batch);
        }
    }

    /// Gives facts of several accounts to their lanes.
    private static final class Several implements Loader {
        private final JourneyProjection projection;
        private final Predicate<AccountId> wanted;
        private final List<Lane> lanes;

        Several(JourneyProjection projection, Predicate<AccountId> wanted, List<Lane> lanes) {
            this.projection = projection;
            this.wanted = wanted;
            this.lanes = lanes;
        }

        @Override
        public boolean wants(AccountId account) {
            return wanted.test(account);
        }

        @Override
        public void batch(long position, AccountId account, PreparedActs batch) {
            lane(lanes, account).take(() -> projection.apply(position, account, batch));
        }

        @Override
        public void fact(Recorded recorded) {
            lane(lanes, recorded.account()).take(() -> projection.apply(recorded));
        }
    }

    private static Lane lane(List<Lane> lanes, AccountId account) {
        return lanes.get(Math.floorMod(account.hashCode(), lanes.size()));
    }

    /// Accounts that one thread folds.
    private static final class Lane {
        private final BlockingQueue<Optional<Runnable>> waiting = new ArrayBlockingQueue<>(WAITING);
        private final Future<?> work;

        Lane(ExecutorService threads) {
            work = threads.submit(this::fold);
        }

        void take(Runnable folding) {
            put(Optional.of(folding));
        }

        void end() {
            put(Optional.empty());
        }

        private void put(Optional<Runnable> fact) {
            try {
                while (!waiting.offer(fact, 100, TimeUnit.MILLISECONDS))
                    if (work.isDone()) return; // its failure is told when it is awaited
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while rebuilding");
            }
        }

        private Object fold() throws InterruptedException {
            for (var fact = waiting.take(); fact.isPresent(); fact = waiting.take())
                fact.get().run();
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
