package tributary.store.codec;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Zstandard at level 3. Contexts are costly to make and belong to one thread at a time, so some are kept.
final class Compressor {
    private static final int LEVEL = 3;
    private static final int KEPT = 16;

    private final BlockingQueue<ZstdCompressCtx> compressing = new ArrayBlockingQueue<>(KEPT);
    private final BlockingQueue<ZstdDecompressCtx> decompressing = new ArrayBlockingQueue<>(KEPT);

    byte[] compress(Bytes bytes) {
        var context = compressing.poll();
        if (context == null) context = new ZstdCompressCtx().setLevel(LEVEL).setChecksum(true);
        try {
            var room = new byte[(int) Zstd.compressBound(bytes.length())];
            int length = context.compressByteArray(room, 0, room.length, bytes.array(), 0, bytes.length());
            return Arrays.copyOf(room, length);
        } finally {
            if (!compressing.offer(context)) context.close();
        }
    }

    byte[] decompress(byte[] bytes, int from, int length) {
        var context = decompressing.poll();
        if (context == null) context = new ZstdDecompressCtx();
        try {
            var body = new byte[length];
            int found = context.decompressByteArray(body, 0, length, bytes, from, bytes.length - from);
            if (found != length) throw new IllegalArgumentException("is cut off");
            return body;
        } finally {
            if (!decompressing.offer(context)) context.close();
        }
    }
}
