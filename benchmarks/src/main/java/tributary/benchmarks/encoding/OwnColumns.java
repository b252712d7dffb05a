package tributary.benchmarks.encoding;

import tributary.events.InteractionsRecorded;
import tributary.events.StoredName;
import tributary.store.codec.FactCodec;

/// What we use: a column for each component, each different text once, Zstandard at level 3 (docs/batch-format.md).
final class OwnColumns implements BatchEncoding {
    private final FactCodec codec = new FactCodec();
    private final Zstandard zstandard = new Zstandard(3);

    @Override
    public String name() {
        return "own columns, zstd 3";
    }

    @Override
    public byte[] encode(InteractionsRecorded batch) {
        return codec.encode(batch);
    }

    @Override
    public InteractionsRecorded decode(byte[] bytes) {
        return (InteractionsRecorded)
                codec.decode(StoredName.INTERACTIONS_RECORDED.stored(), FactCodec.REVISION, bytes);
    }

    /// What is compressed: it follows the version, a byte, and its length, which ends with the first byte below 128.
    byte[] body(byte[] packed) {
        int at = 1;
        while (packed[at] < 0) at++;
        return zstandard.decompress(packed, at + 1);
    }
}
