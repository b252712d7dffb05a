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
import tributary.events.InstantText;
import tributary.query.live.Differences;
import tributary.query.live.Progress;

/// One replay in the hands of this process: how far it is and how it ended.
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
    private final String source;
    private final Clock clock;
    private final Instant askedAt;
    private State state = State.RUNNING;
    private int attempts;
    private boolean working;
    private volatile boolean cancelled;
    private volatile boolean left;
    private volatile long done;
    private volatile long total;
    private Instant begunAt;
    private Instant finishedAt;
    private Differences differences;
    private String failure;

    /// @param ruleSet the only one that is judged under; empty: each in use
    /// @param source id of the token that asked for it
    /// @param attempts how often it was begun before
    Replay(
            String id,
            AccountId account,
            Kind kind,
            Optional<String> ruleSet,
            String source,
            Instant askedAt,
            int attempts,
            Clock clock) {
        this.id = id;
        this.account = account;
        this.kind = kind;
        this.ruleSet = ruleSet;
        this.source = source;
        this.askedAt = askedAt;
        this.attempts = attempts;
        this.clock = clock;
        this.begunAt = clock.instant();
    }

    String id() {
        return id;
    }

    AccountId account() {
        return account;
    }

    Kind kind() {
        return kind;
    }

    Optional<String> ruleSet() {
        return ruleSet;
    }

    String source() {
        return source;
    }

    Instant askedAt() {
        return askedAt;
    }

    synchronized int attempts() {
        return attempts;
    }

    /// Whether it has not ended, or was left for another process to end.
    synchronized boolean running() {
        return state == State.RUNNING;
    }

    /// How it ended, or that it has not.
    synchronized State state() {
        return state;
    }

    long done() {
        return done;
    }

    long total() {
        return total;
    }

    /// Since the work began, until it ended.
    synchronized Duration took() {
        return Duration.between(begunAt, finishedAt == null ? clock.instant() : finishedAt);
    }

    /// Whether this process works on it no more, though it has not ended.
    boolean left() {
        return left;
    }

    /// Ends it: at once if the work has not begun, otherwise at the next step. Nothing will have changed.
    synchronized void cancel() {
        cancelled = true;
        if (!working && !left) end(State.CANCELLED);
    }

    /// Gives the work up at the next step, for another process to take up.
    synchronized void leave() {
        left = true;
    }

    /// Ends it without any work.
    synchronized void fail(String reason) {
        if (!running()) return;
        failure = reason;
        end(State.FAILED);
    }

    /// Does the work, unless it was ended or left before, and remembers how it ended.
    ///
    /// @param begun is told when the work begins
    void run(Runnable begun, Function<Progress, Differences> work) {
        if (!begin()) return;
        try {
            begun.run();
            var found = work.apply(this::report);
            if (found.found() > 0)
                LOG.error("{} {} of account {} ended in other figures: {}", kind, id, account, found);
            complete(found);
        } catch (RuntimeException | Error thrown) {
            if (cancelled || left) {
                giveUp();
            } else {
                LOG.error("{} {} of account {} failed", kind, id, account, thrown);
                fail(thrown instanceof Error ? thrown.toString() : String.valueOf(thrown.getMessage()));
            }
        }
    }

    private synchronized boolean begin() {
        if (left || !running()) return false;
        working = true;
        attempts++;
        begunAt = clock.instant();
        return true;
    }

    private synchronized void complete(Differences found) {
        differences = found;
        done = total;
        end(State.COMPLETE);
    }

    /// What was cancelled has ended; what was only left shows the next process how often the work was cut off,
    /// which this was not.
    private synchronized void giveUp() {
        if (cancelled) end(State.CANCELLED);
        else attempts--;
    }

    /// @throws CancellationException if the work is to end
    void endIfCancelled() {
        if (cancelled || left) throw new CancellationException();
    }

    private void report(long doneNow, long totalNow) {
        endIfCancelled();
        total = totalNow;
        done = doneNow;
    }

    private void end(State ended) {
        finishedAt = InstantText.micros(clock.instant());
        state = ended;
        left = false;
    }

    /// As the API shows it (docs/api.md section 7).
    synchronized Map<String, Object> shown() {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", id);
        shown.put("kind", kind.name());
        ruleSet.ifPresent(name -> shown.put("ruleSet", name));
        shown.put("state", state.name());
        shown.put("done", done);
        shown.put("total", total);
        shown.put("perSecond", perSecond());
        shown.put("startedAt", askedAt.toString());
        if (attempts > 1) shown.put("attempts", attempts);
        if (state == State.RUNNING) return shown;
        shown.put("finishedAt", finishedAt.toString());
        if (state == State.COMPLETE) show(differences, shown);
        if (state == State.FAILED) shown.put("failure", failure);
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
        return done * 1000 / Math.max(1, took().toMillis());
    }
}
