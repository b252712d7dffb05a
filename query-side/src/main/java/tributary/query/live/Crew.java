package tributary.query.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import tributary.query.journey.Hands;

/// Threads that share out numbered work, one for each core; whoever asks works along, or leaves all of it to those
/// who stand [#back].
final class Crew implements Hands, AutoCloseable {
    private final int hands;
    private final ExecutorService helpers;
    private final WorkDone done;
    private final boolean asksAlong;
    private final Crew back;

    /// @param hands how many threads work on one thing, the asking one included
    Crew(int hands) {
        this.hands = hands;
        this.done = new WorkDone();
        this.helpers = Executors.newFixedThreadPool(Math.max(1, hands - 1), named("judge-"));
        this.asksAlong = true;
        this.back = new Crew(hands, done, standingBack());
    }

    private Crew(int hands, WorkDone done, ThreadFactory threads) {
        this.hands = hands;
        this.done = done;
        this.helpers = Executors.newFixedThreadPool(hands, threads);
        this.asksAlong = false;
        this.back = this;
    }

    private static ThreadFactory named(String prefix) {
        return Thread.ofPlatform().daemon().name(prefix, 1).factory();
    }

    private static ThreadFactory standingBack() {
        var threads = named("rejudge-");
        return task -> threads.newThread(() -> {
            LowPriority.take();
            task.run();
        });
    }

    /// As many hands that let everyone else go first: for long work that nobody's report waits for.
    Crew back() {
        return back;
    }

    int hands() {
        return hands;
    }

    /// What was done with it, by whomever.
    WorkDone done() {
        return done;
    }

    /// Does the work numbered `from` to `to` (not included), in portions, on as many threads as there are workers,
    /// and waits for all of it. What one worker throws is thrown here when all have ended.
    void share(int from, int to, int portion, Iterable<? extends Worker> workers) {
        var next = new AtomicInteger(from);
        var begun = new ArrayList<Future<?>>();
        Worker own = null;
        for (var worker : workers) {
            if (own == null && asksAlong) own = worker;
            else if (begun.isEmpty() && !asksAlong || to - from > portion)
                begun.add(helpers.submit(() -> work(worker, next, to, portion)));
        }
        RuntimeException failure = null;
        try {
            if (own != null) work(own, next, to, portion);
        } catch (RuntimeException thrown) {
            failure = thrown;
            next.set(to);
        }
        for (var other : begun) failure = wait(other, failure);
        if (failure != null) throw failure;
    }

    @Override
    public void share(int from, int to, int portion, Work work) {
        share(from, to, portion, Collections.nCopies(hands, (Worker) work::on));
    }

    private static void work(Worker worker, AtomicInteger next, int to, int portion) {
        for (var at = next.getAndAdd(portion); at < to; at = next.getAndAdd(portion))
            worker.work(at, Math.min(to, at + portion));
    }

    private static RuntimeException wait(Future<?> other, RuntimeException failure) {
        try {
            other.get();
            return failure;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new IllegalStateException("interrupted while others work");
        } catch (ExecutionException thrown) {
            if (failure != null) return failure;
            return thrown.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(thrown);
        }
    }

    @Override
    public void close() {
        helpers.shutdownNow();
        if (back != this) back.close();
    }

    /// One thread's share of the work, with what only it uses.
    interface Worker {
        void work(int from, int to);
    }
}
