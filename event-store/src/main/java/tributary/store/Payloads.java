package tributary.store;

import java.util.List;
import java.util.concurrent.ForkJoinTask;
import tributary.events.Fact;
import tributary.events.InteractionsRecorded;
import tributary.store.codec.FactCodec;

/// The encoded facts of one transaction. Large batches are packed on other threads too, as far as any are free:
/// otherwise by the caller, who therefore never waits for a turn.
final class Payloads {
    /// Fewer interactions are not worth handing over.
    private static final int LARGE_BATCH = 200;

    private final byte[][] encoded;

    Payloads(List<? extends Fact> facts, FactCodec codec) {
        encoded = new byte[facts.size()][];
        var packing = facts.stream()
                .map(fact -> isLarge(fact)
                        ? ForkJoinTask.adapt(() -> codec.encode(fact)).fork()
                        : null)
                .toList();
        for (int i = 0; i < encoded.length; i++) if (packing.get(i) == null) encoded[i] = codec.encode(facts.get(i));
        // Backwards, since others take the first first and whoever waits for the last packs it himself.
        for (int i = encoded.length - 1; i >= 0; i--)
            if (packing.get(i) != null) encoded[i] = packing.get(i).join();
    }

    private static boolean isLarge(Fact fact) {
        return fact instanceof InteractionsRecorded batch
                && batch.interactions().size() >= LARGE_BATCH;
    }

    byte[] get(int index) {
        return encoded[index];
    }
}
