package tributary.store.codec;

import com.github.luben.zstd.ZstdException;
import java.util.Arrays;
import java.util.function.Supplier;
import tributary.events.InteractionsRecorded;

/// Batches as packed bytes: the version, the length of the body, the compressed body (docs/batch-format.md).
final class BatchCodec {
    private static final int VERSION = 1;
    /// No batch is nearly as large; a larger length means bytes that were damaged.
    private static final int MAX_BODY_BYTES = 1 << 30;

    private final Compressor compressor = new Compressor();

    byte[] encode(InteractionsRecorded batch) {
        var body = BatchBody.of(batch);
        var compressed = compressor.compress(body);
        var out = new Bytes(compressed.length + 16);
        out.putByte(VERSION);
        out.putVarint(body.length());
        out.put(compressed, compressed.length);
        return Arrays.copyOf(out.array(), out.length());
    }

    /// @throws IllegalArgumentException if the bytes are of a version we do not know, or damaged
    InteractionsRecorded decode(byte[] bytes) {
        return refusing(() -> columns(bytes).recorded());
    }

    /// As [#decode], without making records.
    InteractionColumns decodeColumns(byte[] bytes) {
        return refusing(() -> columns(bytes));
    }

    private InteractionColumns columns(byte[] bytes) {
        var head = new Cursor(bytes, 0, bytes.length);
        int version = head.getByte();
        if (version != VERSION) throw new IllegalArgumentException("is packed in the unknown version " + version);
        long length = head.getVarint();
        if (length < 0 || length > MAX_BODY_BYTES) throw new IllegalArgumentException("has no possible length");
        var body = compressor.decompress(bytes, head.position(), (int) length);
        return new InteractionColumns(new Cursor(body, 0, body.length));
    }

    private static <T> T refusing(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ZstdException | IndexOutOfBoundsException damaged) {
            throw new IllegalArgumentException("is damaged: " + damaged.getMessage(), damaged);
        }
    }
}
