package tributary.command.history;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/// What the intake tells those who watch it (docs/operating.md, metrics). It counts once a transaction, never once a
/// line.
final class IntakeMeters implements MeterBinder {
    /// Bounds of the buckets of a transaction's duration.
    private static final Duration[] BUCKETS = LongStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final ChunkQueue queue;
    /// Seen by nobody until somebody watches.
    private volatile Counts counts = new Counts(new CompositeMeterRegistry());

    IntakeMeters(ChunkQueue queue) {
        this.queue = queue;
    }

    private record Counts(Timer committed, Timer failed, Counter accepted, Counter refused) {
        Counts(MeterRegistry registry) {
            this(
                    transactions(registry, "committed"),
                    transactions(registry, "failed"),
                    lines(registry, "accepted"),
                    lines(registry, "refused"));
        }

        private static Timer transactions(MeterRegistry registry, String outcome) {
            return Timer.builder("tributary.commit")
                    .description("Transactions that record what waits: deciding, writing and syncing to disk")
                    .tag("outcome", outcome)
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry);
        }

        private static Counter lines(MeterRegistry registry, String outcome) {
            return Counter.builder("tributary.lines")
                    .description("Lines of history that were recorded or refused")
                    .tag("outcome", outcome)
                    .register(registry);
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counts = new Counts(registry);
        Gauge.builder("tributary.intake.waiting.requests", queue, ChunkQueue::requests)
                .description("Requests that wait to be recorded; of a longer one each chunk counts")
                .register(registry);
        Gauge.builder("tributary.intake.waiting", queue, ChunkQueue::bytes)
                .description("What waits to be recorded, as its bound counts it")
                .baseUnit("bytes")
                .register(registry);
    }

    /// A transaction is over.
    ///
    /// @param tallies of the chunks, in their order
    void committed(Duration took, List<WaitingChunk> chunks, List<Tally> tallies) {
        counts.committed.record(took);
        for (int i = 0; i < tallies.size(); i++) {
            var tally = tallies.get(i);
            counts.refused.increment(tally.rejected());
            if (!chunks.get(i).request().strict() || !tally.hasRefusals()) counts.accepted.increment(tally.accepted());
        }
    }

    /// A transaction was rolled back.
    void failed(Duration took) {
        counts.failed.record(took);
    }
}
