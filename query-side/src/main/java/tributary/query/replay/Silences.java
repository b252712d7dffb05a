package tributary.query.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tributary.store.AskedReplay;

/// Which holders of replays seem to be gone. Nobody's clock but this process's own is asked. For one thread.
final class Silences {
    private final Duration silence;
    private final Map<String, Seen> seen = new HashMap<>();

    /// @param silence whoever gives no sign of life for so long seems to be gone
    Silences(Duration silence) {
        this.silence = silence;
    }

    /// @param atNanos when the beat was seen first
    private record Seen(long beats, long atNanos) {}

    /// Whether the holder of a replay gave no sign of life for long, as far as it was looked at.
    boolean isSilent(AskedReplay replay) {
        if (replay.holder().isEmpty()) return true;
        var now = System.nanoTime();
        var before = seen.get(replay.id());
        if (before == null || before.beats() != replay.beats()) {
            seen.put(replay.id(), new Seen(replay.beats(), now));
            return false;
        }
        return now - before.atNanos() >= silence.toNanos();
    }

    void forgetAllBut(List<AskedReplay> open) {
        seen.keySet().retainAll(open.stream().map(AskedReplay::id).toList());
    }
}
