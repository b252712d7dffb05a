package tributary.query.replay;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tributary.events.AccountId;
import tributary.events.InstantText;
import tributary.events.Refusal;
import tributary.query.live.Renewal;
import tributary.store.AskedReplay;
import tributary.store.AskedReplays;
import tributary.store.Caller;

/// The replays of all accounts. That they were asked for is remembered beside the facts
/// (docs/adr/0016-remember-replays-beside-the-facts.md): what a process that ended has left, this one takes up and
/// begins anew. One account has one at a time.
final class Replays implements Activations, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    /// So many run at one time; the crew's threads are shared anyway.
    private static final int AT_ONCE = 2;
    /// So many may run or wait, of all accounts.
    static final int OPEN = 20;

    private static final int RETRY_AFTER_SECONDS = 10;
    /// So often one is begun; if the process ended each time, it may be the reason.
    static final int ATTEMPTS = 3;
    /// How often a sign of life is given, and looked for.
    private static final Duration BEAT = Duration.ofMillis(500);
    /// Whose holder gives no sign of life for so long is taken up by another.
    private static final Duration SILENCE = Duration.ofSeconds(5);
    /// So long the end of the process waits for work to be given up.
    private static final Duration END_WAIT = Duration.ofSeconds(10);

    private final Renewal renewal;
    private final AskedReplays asked;
    private final Building building;
    /// Whose accounts this process answers for.
    private final Predicate<AccountId> ours;
    private final Clock clock;
    private final Supplier<String> ids;
    private final String holder = UUID.randomUUID().toString();
    /// In the hands of this process: running, or ended but not yet known to be so beside the facts.
    private final Map<String, Replay> own = new ConcurrentHashMap<>();
    private final ReplayMeters meters = new ReplayMeters(own.values());
    private final Silences silences;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("replay-", 1).factory());
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("replays").factory());
    private volatile boolean running;

    Replays(Renewal renewal, AskedReplays asked, RuleSwitch rules, Predicate<AccountId> ours, Clock clock) {
        this(renewal, asked, rules, ours, clock, () -> UUID.randomUUID().toString(), SILENCE);
    }

    Replays(
            Renewal renewal,
            AskedReplays asked,
            RuleSwitch rules,
            Predicate<AccountId> ours,
            Clock clock,
            Supplier<String> ids,
            Duration silence) {
        this.renewal = renewal;
        this.asked = asked;
        this.building = new Building(renewal, rules);
        this.ours = ours;
        this.clock = clock;
        this.ids = ids;
        this.silences = new Silences(silence);
    }

    ReplayMeters meters() {
        return meters;
    }

    /// Begins a replay.
    ///
    /// @param ruleSet judged under this; empty: under each in use
    /// @return the replay as the API shows it
    /// @throws Refusal.Conflict if one of this account runs already
    /// @throws Refusal.Invalid if there is no such rule set
    /// @throws Refusal.Busy if too many are waiting, or the server is ending
    Map<String, Object> start(Caller caller, Kind kind, Optional<String> ruleSet) {
        renewal.check(caller.account(), ruleSet);
        refuseUnlessThereIsRoom();
        var replay = new Replay(
                ids.get(),
                caller.account(),
                kind,
                ruleSet,
                caller.source(),
                InstantText.micros(clock.instant()),
                0,
                clock);
        asked.remember(remembered(replay)).ifPresent(Replays::refuseSecond);
        submit(replay);
        return replay.shown();
    }

    @Override
    public Map<String, Object> start(Caller caller, String ruleSet) {
        return start(caller, Kind.ACTIVATE, Optional.of(ruleSet));
    }

    private AskedReplay remembered(Replay replay) {
        return new AskedReplay(
                replay.id(),
                replay.account(),
                replay.kind().name(),
                replay.ruleSet(),
                replay.source(),
                replay.askedAt(),
                0,
                Optional.of(holder),
                0,
                false,
                false,
                Told.text(replay.shown()));
    }

    private void refuseUnlessThereIsRoom() {
        if (!running) throw busy("ending", "The server is ending", "no replay is begun any more");
        if (asked.open().size() >= OPEN)
            throw busy("too-many-replays", "Too many replays are running", OPEN + " run or wait already");
    }

    private static Refusal busy(String reason, String title, String detail) {
        return new Refusal.Busy(reason, title, detail, RETRY_AFTER_SECONDS);
    }

    private static void refuseSecond(String id) {
        throw new Refusal.Conflict(
                        "replay-running",
                        "A replay is running already",
                        "replay " + id + " of this account is still running; wait for it, or cancel it")
                .with("replay", id);
    }

    private void submit(Replay replay) {
        own.put(replay.id(), replay);
        threads.execute(() -> work(replay));
    }

    private void work(Replay replay) {
        replay.run(
                () -> clockwork.execute(() -> safely(() -> keep(replay))), progress -> building.of(replay, progress));
        if (!replay.running()) meters.ended(replay.kind(), replay.state(), replay.took());
        keepOrLeave(replay);
    }

    /// The replay as the API shows it. Its end is shown when it is kept, so that another one can be asked for then.
    ///
    /// @throws Refusal.Unknown if this account has no such replay (any more)
    Map<String, Object> shown(AccountId account, String id) {
        return shown(required(account, id));
    }

    /// Those of an account as the API shows them, the latest first.
    List<Map<String, Object>> shown(AccountId account) {
        return asked.of(account).stream().map(this::shown).toList();
    }

    private Map<String, Object> shown(AskedReplay kept) {
        var replay = own.get(kept.id());
        return replay != null && replay.running() ? replay.shown() : Told.read(kept.told());
    }

    /// Ends a replay at its next step, if it still runs; nothing will have changed.
    ///
    /// @throws Refusal.Unknown if this account has no such replay (any more)
    Map<String, Object> cancel(AccountId account, String id) {
        required(account, id);
        asked.unwant(account, id);
        var replay = own.get(id);
        if (replay != null) {
            replay.cancel();
            if (!replay.running()) keepOrLeave(replay);
        }
        return shown(account, id);
    }

    private AskedReplay required(AccountId account, String id) {
        return asked.find(account, id).orElseThrow(() -> new Refusal.Unknown("replay", id));
    }

    /// Gives a sign of life of each replay in the hands of this process, and takes up those in nobody's.
    private void look() {
        var open = asked.open();
        open.forEach(this::look);
        for (var replay : own.values()) if (!replay.running()) keepOrLeave(replay);
        silences.forgetAllBut(open);
    }

    private void look(AskedReplay each) {
        var replay = own.get(each.id());
        if (replay == null) {
            if (ours.test(each.account()) && silences.isSilent(each) && asked.takeUp(each.id(), each.beats(), holder))
                takeUp(each);
        } else if (!each.holder().equals(Optional.of(holder))) {
            LOG.warn("{} {} was taken up by another process", replay.kind(), replay.id());
            replay.leave();
            own.remove(replay.id());
        } else if (replay.running()) {
            if (!ours.test(each.account())) replay.leave(); // whoever has the account now begins it anew
            if (each.unwanted()) replay.cancel();
            keep(replay);
        }
    }

    private void takeUp(AskedReplay each) {
        var replay = new Replay(
                each.id(),
                each.account(),
                Kind.valueOf(each.kind()),
                each.ruleSet(),
                each.source(),
                each.askedAt(),
                each.attempts(),
                clock);
        if (each.unwanted()) replay.cancel();
        else if (each.attempts() >= ATTEMPTS)
            replay.fail("it was begun " + each.attempts() + " times, and the server ended each time before it did");
        else LOG.info("Taking up {} {} of account {}, which was cut off", each.kind(), each.id(), each.account());
        own.put(replay.id(), replay);
        if (replay.running()) threads.execute(() -> beginAnew(replay));
        else keepOrLeave(replay);
    }

    /// Waits until what was recorded before is folded; if that takes too long, somebody takes it up later.
    private void beginAnew(Replay replay) {
        try {
            renewal.check(replay.account(), replay.ruleSet());
        } catch (Refusal.Busy busy) {
            LOG.info("{} {} waits: {}", replay.kind(), replay.id(), busy.getMessage());
            own.remove(replay.id());
            return;
        } catch (RuntimeException refused) {
            replay.fail(refused.getMessage());
        }
        work(replay);
    }

    private void keep(Replay replay) {
        asked.keep(replay.id(), holder, replay.attempts(), false, Told.text(replay.shown()));
    }

    private void keepOrLeave(Replay replay) {
        try {
            if (replay.running()) asked.leave(replay.id(), holder, replay.attempts());
            else asked.keep(replay.id(), holder, replay.attempts(), true, Told.text(replay.shown()));
            own.remove(replay.id());
        } catch (RuntimeException failure) {
            LOG.warn("The end of {} {} cannot be kept yet", replay.kind(), replay.id(), failure);
        }
    }

    @Override
    public void start() {
        running = true;
        clockwork.scheduleWithFixedDelay(() -> safely(this::look), 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (Refusal.Busy away) {
            LOG.debug("Replays wait for the event store: {}", away.detail());
        } catch (RuntimeException failure) {
            LOG.warn("Looking after replays failed; it is tried again", failure);
        }
    }

    /// Leaves what is not done to the next process.
    @Override
    public void stop() {
        running = false;
        own.values().forEach(Replay::leave);
        clockwork.shutdownNow();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(END_WAIT.toMillis(), TimeUnit.MILLISECONDS)) threads.shutdownNow();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
