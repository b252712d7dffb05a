package tributary.store.codec;

import tributary.events.Fact;
import tributary.events.InteractionsRecorded;
import tributary.events.StoredName;

/// Turns facts into what is stored, and back. Safe to use from several threads.
public final class FactCodec {
    /// The revision in which every fact is written now. A fact whose components change gets a new one, and this
    /// class goes on reading the old.
    public static final String REVISION = "1";

    private static final String BATCH =
            StoredName.of(InteractionsRecorded.class).stored();

    private final FactJson json = new FactJson();
    private final BatchCodec batches = new BatchCodec();

    /// @return UTF-8 JSON, or packed bytes if the fact is a batch
    public byte[] encode(Fact fact) {
        return fact instanceof InteractionsRecorded batch ? batches.encode(batch) : json.write(fact);
    }

    /// @throws IllegalArgumentException if there is no such name or revision, or if the payload is not of its form
    public Fact decode(String name, String revision, byte[] payload) {
        var type = type(name, revision);
        if (type == InteractionsRecorded.class) return batches.decode(payload);
        return UsualFacts.read(payload, type).orElseGet(() -> json.read(payload, type));
    }

    /// Whether a fact of this name is a batch, which can be decoded as columns.
    public static boolean isBatch(String name) {
        return BATCH.equals(name);
    }

    /// Decodes a batch without making records of its interactions.
    ///
    /// @throws IllegalArgumentException if there is no such revision, or if the payload is not of its form
    public InteractionColumns decodeColumns(String revision, byte[] payload) {
        type(BATCH, revision);
        return batches.decodeColumns(payload);
    }

    private static Class<? extends Fact> type(String name, String revision) {
        var type = StoredName.of(name).type();
        if (!REVISION.equals(revision)) throw new IllegalArgumentException("only revision " + REVISION + " is known");
        return type;
    }
}
