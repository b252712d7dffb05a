package tributary.query.replay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// What replays tell those who watch them (docs/operating.md, metrics): by kind, since there is no end to their ids.
final class ReplayMeters implements MeterBinder {
    /// In the hands of this process.
    private final Collection<Replay> own;
    /// Seen by nobody until somebody watches.
    private volatile MeterRegistry watching = new CompositeMeterRegistry();

    ReplayMeters(Collection<Replay> own) {
        this.own = own;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        watching = registry;
        for (var kind : Kind.values()) {
            gauge(registry, kind, "tributary.replays.running", "Replays that run or wait in this process", _ -> 1);
            gauge(registry, kind, "tributary.replays.done", "Steps done of the replays that run", Replay::done);
            gauge(
                    registry,
                    kind,
                    "tributary.replays.steps",
                    "Steps of the replays that run, done or not",
                    Replay::total);
            for (var state : List.of(Replay.State.COMPLETE, Replay.State.FAILED, Replay.State.CANCELLED))
                timer(kind, state);
        }
    }

    private void gauge(
            MeterRegistry registry, Kind kind, String name, String description, ToLongFunction<Replay> part) {
        Gauge.builder(name, () -> sum(kind, part))
                .description(description)
                .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private long sum(Kind kind, ToLongFunction<Replay> part) {
        return own.stream()
                .filter(replay -> replay.kind() == kind && replay.running())
                .mapToLong(part)
                .sum();
    }

    private Timer timer(Kind kind, Replay.State state) {
        return Timer.builder("tributary.replay")
                .description("Replays that ended, from the beginning of the work")
                .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                .tag("outcome", state.name().toLowerCase(Locale.ROOT))
                .register(watching);
    }

    void ended(Kind kind, Replay.State state, Duration took) {
        timer(kind, state).record(took);
    }
}
