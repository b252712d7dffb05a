package tributary.query.live;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.store.Facts;

/// Keeps all ledgers current: rebuilds them from the store when the server starts, before it takes requests, then
/// follows the stream with a pooled streaming processor, each account in order in one of its segments.
///
/// Tokens live in memory, as everything folded does. A handler that throws stops its segment, which tries again
/// from its last token later and later (Axon's default error handlers, here and for the listener, would log and go
/// on).
final class Projection implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);
    /// Before the web server, which starts 2048 below the end.
    static final int PHASE = DEFAULT_PHASE - 4096;
    private static final int BATCH = 64;
    /// So often a segment that stopped is taken up again, unless it stopped more than once.
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);
    private static final Duration END_WAIT = Duration.ofSeconds(10);

    private final Facts facts;
    private final FactStream stream;
    private final Ledgers ledgers;
    private final Beginnings beginnings;
    private final Rebuild rebuild;
    private final Pasts pasts;
    private final JourneyProjection folding;
    private final JourneyInvoker invoker;
    private final int segments;
    private ScheduledExecutorService coordinator;
    private ScheduledExecutorService workers;
    private ScheduledExecutorService clockwork;
    private volatile PooledStreamingEventProcessor processor;
    private volatile boolean caughtUp;
    /// Of the clockwork's thread.
    private boolean away;

    /// @param segments how many accounts can be folded at one time; 0 where no journeys are held, ever
    Projection(
            Facts facts,
            FactStream stream,
            Ledgers ledgers,
            Beginnings beginnings,
            Rebuild rebuild,
            Pasts pasts,
            Stoppages stoppages,
            int segments) {
        this.facts = facts;
        this.stream = stream;
        this.ledgers = ledgers;
        this.beginnings = beginnings;
        this.rebuild = rebuild;
        this.pasts = pasts;
        this.folding = new JourneyProjection(ledgers, stoppages);
        this.invoker = new JourneyInvoker(folding, ledgers, stoppages);
        this.segments = segments;
    }

    @Override
    public void start() {
        if (segments == 0) {
            caughtUp = true;
            return;
        }
        var begun = System.nanoTime();
        var head = rebuild();
        if (ledgers.holdsAny())
            LOG.info("Rebuilt figures up to position {} in {} ms", head, (System.nanoTime() - begun) / 1_000_000);
        follow(head);
    }

    private long rebuild() {
        try {
            if (!ledgers.holdsAny()) return startWithNothing();
            var kept = beginnings.into(ledgers, ledgers::holds);
            var head = rebuild.into(folding, ledgers::holds, kept, segments);
            ledgers.judgeAll();
            caughtUp = true;
            return head;
        } catch (RuntimeException failure) {
            LOG.error("Rebuilding stopped; figures stay as they are until the fact can be applied", failure);
            return 0; // what is folded already is passed over
        }
    }

    /// Which segments are to be held turns out later; they are loaded then.
    private long startWithNothing() {
        caughtUp = true;
        return facts.head();
    }

    private void follow(long after) {
        coordinator =
                new ShortNaps(1, Thread.ofPlatform().daemon().name("facts-", 1).factory());
        workers = Executors.newScheduledThreadPool(
                segments, Thread.ofPlatform().daemon().name("fold-", 1).factory());
        clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("look", 1).factory());
        processor = PooledStreamingEventProcessor.builder()
                .name(JourneyProjection.GROUP)
                .eventHandlerInvoker(invoker)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(stream)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .initialToken(_ -> new GlobalSequenceTrackingToken(after))
                .initialSegmentCount(segments)
                .batchSize(BATCH)
                .tokenClaimInterval(TRY_AGAIN.toMillis())
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .build();
        processor.start();
        every(Limits.LOOK_EVERY, this::lookForMore);
        every(Limits.PAST_KEPT, () -> {
            pasts.tidy();
            ledgers.all().forEach(ledger -> ledger.forgetUnasked(Limits.OTHER_RULES_KEPT));
        });
        every(Limits.QUIET, () -> ledgers.all().forEach(ledger -> ledger.settleIfQuiet(Limits.QUIET)));
    }

    /// A store that is away is mentioned once, however often it is looked for.
    private void lookForMore() {
        try {
            stream.look();
            if (!caughtUp) caughtUp = slowest() >= facts.head();
            if (away) LOG.info("The event store is back");
            away = false;
        } catch (Refusal.Busy notNow) {
            if (!away) LOG.warn("Figures stay as they are until the event store is back: {}", notNow.detail());
            away = true;
        }
    }

    private void every(Duration period, Runnable work) {
        clockwork.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException failure) {
                        LOG.warn("Looking after figures failed; it is tried again", failure);
                    }
                },
                period.toMillis(),
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /// Asks the store at once whether there are more facts.
    void look() {
        if (processor != null) stream.look();
    }

    /// Up to where all facts of an account are folded.
    long reached(AccountId account) {
        var running = processor;
        if (running == null) return 0;
        return running.processingStatus().values().stream()
                .filter(status -> status.getSegment().matches(account.value()))
                .map(EventTrackerStatus::getCurrentPosition)
                .mapToLong(position -> position.orElse(0))
                .max()
                .orElse(0);
    }

    /// How many segments share the accounts.
    int segments() {
        return segments;
    }

    /// Up to where all facts of a segment's accounts are folded.
    long reached(int segment) {
        var running = processor;
        var status = running == null ? null : running.processingStatus().get(segment);
        return status == null ? 0 : status.getCurrentPosition().orElse(0);
    }

    /// Up to where all facts of all accounts are folded.
    private long slowest() {
        var statuses = processor.processingStatus().values();
        if (statuses.size() < segments) return 0;
        return statuses.stream()
                .mapToLong(status -> status.getCurrentPosition().orElse(0))
                .min()
                .orElse(0);
    }

    /// Whether all facts recorded before the start were included once.
    boolean caughtUp() {
        return caughtUp;
    }

    @Override
    public void stop() {
        if (processor == null) return;
        processor.shutDown();
        List.of(clockwork, coordinator, workers).forEach(ScheduledExecutorService::shutdownNow);
        await(workers);
        processor = null;
    }

    private static void await(ScheduledExecutorService threads) {
        try {
            threads.awaitTermination(END_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return processor != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
