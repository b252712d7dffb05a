package tributary.query.mongo;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tributary.events.AccountId;
import tributary.query.live.LiveAccount;
import tributary.query.live.LiveAccounts;

/// Publishes the figures of all accounts whose journeys are in this process, soon after they change. What cannot be
/// published is tried again later and later; nothing is lost meanwhile, since everything can be published again.
final class Publisher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    /// After journeys are folded, before the web server.
    private static final int PHASE = DEFAULT_PHASE - 4000;
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    /// Between two publications of an account; more after one that took long, so that most of the time is others'.
    private static final Duration REST = Duration.ofMillis(200);
    private static final int REST_TIMES = 3;
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(500);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(4);
    private static final Duration END_WAIT = Duration.ofSeconds(10);
    /// Accounts that are published at one time.
    private static final int AT_A_TIME = 2;

    private static final int WRITERS = 3;

    private final LiveAccounts accounts;
    private final ReadModels models;
    private final Publications publications;
    private final Map<AccountId, Turn> turns = new ConcurrentHashMap<>();
    private ScheduledExecutorService clockwork;
    private ExecutorService publishing;
    private ExecutorService writers;
    private volatile boolean indexed;
    private volatile boolean away;

    Publisher(LiveAccounts accounts, ReadModels models) {
        this.accounts = accounts;
        this.models = models;
        this.publications = new Publications(models);
    }

    /// When an account is to be published next.
    private static final class Turn {
        private final AccountPublisher publisher;
        private volatile boolean busy;
        private volatile long notBefore = System.nanoTime();
        private volatile Duration backOff = FIRST_BACK_OFF;

        Turn(AccountPublisher publisher) {
            this.publisher = publisher;
        }

        boolean isDue() {
            return !busy && System.nanoTime() - notBefore >= 0;
        }

        void rest(Duration rest) {
            notBefore = System.nanoTime() + rest.toNanos();
        }
    }

    @Override
    public void start() {
        var threads = Thread.ofPlatform().daemon();
        clockwork = Executors.newSingleThreadScheduledExecutor(
                threads.name("publish", 0).factory());
        publishing = Executors.newFixedThreadPool(
                AT_A_TIME, threads.name("publish-", 1).factory());
        writers = Executors.newFixedThreadPool(
                WRITERS, threads.name("publish-write-", 1).factory());
        clockwork.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            var here = accounts.live();
            turns.keySet().retainAll(here.stream().map(LiveAccount::account).collect(Collectors.toSet()));
            for (var account : here) {
                var turn = turn(account);
                if (!turn.isDue()) continue;
                turn.busy = true;
                publishing.execute(() -> publish(turn));
            }
        } catch (RuntimeException failure) {
            LOG.warn("Looking for figures to publish failed; it is tried again", failure);
        }
    }

    private Turn turn(LiveAccount account) {
        return turns.compute(
                account.account(),
                (_, known) -> known != null && known.publisher.isOf(account)
                        ? known
                        : new Turn(new AccountPublisher(account, models, publications, writers)));
    }

    private void publish(Turn turn) {
        var begun = System.nanoTime();
        try {
            if (!indexed) models.createIndexes();
            indexed = true;
            turn.publisher.publish();
            succeeded(turn, Duration.ofNanos(System.nanoTime() - begun));
        } catch (RuntimeException failure) {
            failed(turn, failure);
        } finally {
            turn.busy = false;
        }
    }

    private void succeeded(Turn turn, Duration took) {
        turn.publisher.account().publicationIsBehind(false);
        turn.backOff = FIRST_BACK_OFF;
        var rest = took.multipliedBy(REST_TIMES);
        turn.rest(rest.compareTo(REST) > 0 ? rest : REST);
        if (away) LOG.info("MongoDB is back; figures are published again");
        away = false;
    }

    /// A MongoDB that is away is mentioned once, however often it is looked for.
    private void failed(Turn turn, RuntimeException failure) {
        turn.publisher.account().publicationIsBehind(true);
        turn.rest(turn.backOff);
        var next = turn.backOff.multipliedBy(2);
        turn.backOff = next.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : next;
        if (!(failure instanceof MongoException)) LOG.warn("Publishing figures failed; it is tried again", failure);
        else if (!away) LOG.warn("What is published stays as it is until MongoDB is back: {}", failure.getMessage());
        away = true;
    }

    @Override
    public void stop() {
        if (clockwork == null) return;
        clockwork.shutdownNow();
        publishing.shutdown();
        try {
            publishing.awaitTermination(END_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        publishing.shutdownNow();
        writers.shutdownNow();
        clockwork = null;
    }

    @Override
    public boolean isRunning() {
        return clockwork != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
