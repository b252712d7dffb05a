package tributary.query.replay;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.query.live.Renewal;

/// The replays of all accounts, running ones and those of late. One account has one at a time.
final class Replays implements Activations, AutoCloseable {
    /// So many are remembered; of those that have ended the oldest are forgotten first.
    static final int REMEMBERED = 100;
    /// So many run at one time; the crew's threads are shared anyway.
    private static final int AT_ONCE = 2;

    private final Renewal renewal;
    private final Clock clock;
    private final Supplier<String> ids;
    private final Map<String, Replay> byId = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("replay-", 1).factory());

    Replays(Renewal renewal, Clock clock) {
        this(renewal, clock, () -> UUID.randomUUID().toString());
    }

    Replays(Renewal renewal, Clock clock, Supplier<String> ids) {
        this.renewal = renewal;
        this.clock = clock;
        this.ids = ids;
    }

    /// Begins a replay.
    ///
    /// @param ruleSet judged under this; empty: under each in use
    /// @throws Refusal.Conflict if one of this account runs already
    /// @throws Refusal.Invalid if there is no such rule set
    Replay start(AccountId account, Kind kind, Optional<String> ruleSet) {
        renewal.check(account, ruleSet);
        var replay = remember(account, kind, ruleSet);
        threads.execute(() -> replay.run(progress -> kind == Kind.REPLAY
                ? renewal.replay(account, ruleSet, progress)
                : renewal.rejudge(account, ruleSet, progress)));
        return replay;
    }

    @Override
    public Map<String, Object> start(AccountId account, String ruleSet, Runnable record) {
        var only = Optional.of(ruleSet);
        renewal.check(account, only);
        var replay = remember(account, Kind.ACTIVATE, only);
        threads.execute(() -> replay.run(progress -> {
            var differences = renewal.rejudge(account, only, progress);
            replay.endIfCancelled();
            record.run();
            renewal.check(account, only);
            return differences;
        }));
        return replay.shown();
    }

    private synchronized Replay remember(AccountId account, Kind kind, Optional<String> ruleSet) {
        byId.values().stream()
                .filter(replay -> replay.running() && replay.account().equals(account))
                .findFirst()
                .ifPresent(Replays::refuseSecond);
        var replay = new Replay(ids.get(), account, kind, ruleSet, clock);
        byId.put(replay.id(), replay);
        byId.values().stream()
                .filter(old -> !old.running())
                .limit(Math.max(0, byId.size() - REMEMBERED))
                .map(Replay::id)
                .toList()
                .forEach(byId::remove);
        return replay;
    }

    /// @throws Refusal.Unknown if this account has no such replay (any more)
    synchronized Replay find(AccountId account, String id) {
        var replay = byId.get(id);
        if (replay == null || !replay.account().equals(account)) throw new Refusal.Unknown("replay", id);
        return replay;
    }

    private static void refuseSecond(Replay running) {
        throw new Refusal.Conflict(
                        "replay-running",
                        "A replay is running already",
                        "replay " + running.id() + " of this account is still running; wait for it, or cancel it")
                .with("replay", running.id());
    }

    @Override
    public void close() {
        synchronized (this) {
            byId.values().forEach(Replay::cancel);
        }
        threads.shutdownNow();
    }
}
