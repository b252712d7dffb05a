package tributary.benchmarks.encoding;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;

/// Zstandard with contexts that are kept, as the store keeps them.
final class Zstandard {
    private final ZstdCompressCtx compressing;
    private final ZstdDecompressCtx decompressing = new ZstdDecompressCtx();

    Zstandard(int level) {
        compressing = new ZstdCompressCtx().setLevel(level).setChecksum(true);
    }

    byte[] compress(byte[] bytes) {
        return compressing.compress(bytes);
    }

    byte[] decompress(byte[] bytes, int from) {
        int length = (int) Zstd.getFrameContentSize(bytes, from, bytes.length - from);
        var body = new byte[length];
        decompressing.decompressByteArray(body, 0, length, bytes, from, bytes.length - from);
        return body;
    }
}
