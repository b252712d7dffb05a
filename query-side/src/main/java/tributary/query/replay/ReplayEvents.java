package tributary.query.replay;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tributary.events.Refusal;

/// Tells how far a replay is, as server-sent events, until it has ended.
final class ReplayEvents implements AutoCloseable {
    /// So many may look on at one time.
    static final int LOOKERS_ON = 100;

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final int RETRY_AFTER_SECONDS = 10;

    private final Semaphore places = new Semaphore(LOOKERS_ON);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("replay-events").factory());

    /// @param replay as the API shows it now
    /// @throws Refusal.Busy if too many look on already
    SseEmitter of(Supplier<Map<String, Object>> replay) {
        if (!places.tryAcquire())
            throw new Refusal.Busy(
                    "too-many-lookers-on",
                    "Too many are looking on",
                    LOOKERS_ON + " are looking on already; ask for the state instead",
                    RETRY_AFTER_SECONDS);
        var emitter = new SseEmitter(LONGEST.toMillis());
        emitter.onCompletion(places::release);
        thread.execute(() -> tell(replay, emitter));
        return emitter;
    }

    private void tell(Supplier<Map<String, Object>> replay, SseEmitter emitter) {
        try {
            var shown = replay.get();
            emitter.send(SseEmitter.event().name("replay").data(shown));
            if (Replay.State.RUNNING.name().equals(shown.get("state")))
                thread.schedule(() -> tell(replay, emitter), EVERY.toMillis(), TimeUnit.MILLISECONDS);
            else emitter.complete();
        } catch (IOException | RuntimeException gone) {
            emitter.completeWithError(gone);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
