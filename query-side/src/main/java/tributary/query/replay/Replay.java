package tributary.query.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tributary.events.AccountId;
import tributary.query.live.Differences;
import tributary.query.live.Progress;

/// One replay: how far it is and how it ended.
final class Replay {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    enum State {
        RUNNING,
        COMPLETE,
        FAILED,
        CANCELLED
    }

    private final String id;
    private final AccountId account;
    private final Kind kind;
    private final Optional<String> ruleSet;
    private final Clock clock;
    private final Instant startedAt;
    private volatile State state = State.RUNNING;
    private volatile boolean cancelled;
    private volatile long done;
    private volatile long total;
    private volatile Instant finishedAt;
    private volatile Differences differences;
    private volatile String failure;

    /// @param ruleSet the only one that is judged under; empty: each in use
    Replay(String id, AccountId account, Kind kind, Optional<String> ruleSet, Clock clock) {
        this.id = id;
        this.account = account;
        this.kind = kind;
        this.ruleSet = ruleSet;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    String id() {
        return id;
    }

    AccountId account() {
        return account;
    }

    boolean running() {
        return state == State.RUNNING;
    }

    /// Ends it at the next step, if it still runs; nothing will have changed.
    void cancel() {
        cancelled = true;
    }

    /// Does the work, and remembers how it ended.
    void run(Function<Progress, Differences> work) {
        try {
            differences = work.apply(this::report);
            done = total;
            end(State.COMPLETE);
            if (differences.found() > 0)
                LOG.error("{} {} of account {} ended in other figures: {}", kind, id, account, differences);
        } catch (RuntimeException thrown) {
            if (cancelled) end(State.CANCELLED);
            else fail(thrown);
        }
    }

    /// @throws CancellationException if it is to end
    void endIfCancelled() {
        if (cancelled) throw new CancellationException();
    }

    private void report(long doneNow, long totalNow) {
        endIfCancelled();
        total = totalNow;
        done = doneNow;
    }

    private void fail(RuntimeException thrown) {
        LOG.error("{} {} of account {} failed", kind, id, account, thrown);
        failure = String.valueOf(thrown.getMessage());
        end(State.FAILED);
    }

    private void end(State ended) {
        finishedAt = clock.instant();
        state = ended;
    }

    /// As the API shows it (api.md section 7).
    Map<String, Object> shown() {
        var shown = new LinkedHashMap<String, Object>();
        var now = state;
        shown.put("id", id);
        shown.put("kind", kind);
        ruleSet.ifPresent(name -> shown.put("ruleSet", name));
        shown.put("state", now);
        shown.put("done", done);
        shown.put("total", total);
        shown.put("perSecond", perSecond());
        shown.put("startedAt", startedAt);
        if (now == State.RUNNING) return shown;
        shown.put("finishedAt", finishedAt);
        if (now == State.COMPLETE) show(differences, shown);
        if (now == State.FAILED) shown.put("failure", failure);
        return shown;
    }

    private static void show(Differences differences, Map<String, Object> shown) {
        shown.put("differences", differences.told().stream().map(Replay::shown).toList());
        if (differences.found() > differences.told().size()) shown.put("differencesFound", differences.found());
    }

    private static Map<String, Object> shown(Differences.Told told) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("ruleSet", told.ruleSet());
        if (told.campaign() != null) shown.put("campaign", told.campaign());
        shown.put("metric", told.metric());
        if (told.model() != null) shown.put("model", told.model());
        if (told.day() != null) shown.put("day", told.day().toString());
        shown.put("before", told.before());
        shown.put("after", told.after());
        return shown;
    }

    private long perSecond() {
        var until = finishedAt == null ? clock.instant() : finishedAt;
        var millis = Math.max(1, Duration.between(startedAt, until).toMillis());
        return done * 1000 / millis;
    }
}
