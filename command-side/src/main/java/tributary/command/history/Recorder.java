package tributary.command.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tributary.command.history.WaitingChunk.Taken;
import tributary.events.Refusal;

/// Records what waits on a thread of its own: all that came while it was recording goes into the next transaction, and
/// so shares the cost of syncing to disk. Nobody is kept waiting for company: who comes alone is recorded at once.
public final class Recorder implements AutoCloseable {
    private final ChunkQueue queue;
    private final Chunks chunks;
    private final IntakeMeters meters;
    private final Thread thread;

    Recorder(ChunkQueue queue, Chunks chunks, IntakeMeters meters) {
        this.queue = queue;
        this.chunks = chunks;
        this.meters = meters;
        this.thread = Thread.ofPlatform().name("recorder").start(this::recordAll);
    }

    private void recordAll() {
        try {
            for (var group = queue.next(); !group.isEmpty(); group = queue.next()) record(group);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void record(List<WaitingChunk> group) {
        var sound = new ArrayList<WaitingChunk>(group.size());
        for (var chunk : group) {
            var brokenOffBy = chunk.request().brokenOffBy();
            if (brokenOffBy == null) sound.add(chunk);
            else chunk.fail(brokenOffBy);
        }
        if (!sound.isEmpty()) recordTogether(sound);
    }

    /// When the group fails by a defect, each of its chunks is tried by itself, so that only the one at fault fails. If
    /// the store is away, it is so for all.
    private void recordTogether(List<WaitingChunk> group) {
        long begun = System.nanoTime();
        try {
            var recorded = chunks.record(group);
            meters.committed(since(begun), group, recorded.tallies());
            for (int i = 0; i < group.size(); i++)
                group.get(i).take(new Taken(recorded.tallies().get(i), recorded.position()));
        } catch (Refusal.Busy notNow) {
            meters.failed(since(begun));
            for (var chunk : group) chunk.fail(notNow);
        } catch (Throwable failure) {
            meters.failed(since(begun));
            if (group.size() == 1) group.getFirst().fail(failure);
            else for (var chunk : group) record(List.of(chunk));
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /// Takes nothing more, so that requests under way are told what was recorded of them; what waits is recorded.
    public void end() {
        queue.end();
    }

    /// Ends, and waits until everything is recorded.
    @Override
    public void close() {
        end();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
