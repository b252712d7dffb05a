package tributary.command.history;

import java.time.Duration;

/// The bounds of what is taken in at once (api.md section 1). Each is named in its refusal.
final class Limits {
    /// Lines of one chunk, which is one transaction.
    static final int CHUNK_LINES = 1_000;

    /// Bytes after which a chunk is closed, even with fewer lines.
    static final int CHUNK_BYTES = 4 << 20;

    /// Bytes after which a transaction is closed, even with fewer requests.
    static final int COMMIT_BYTES = 2 << 20;

    /// Chunks of one request that may wait to be recorded while the next one is read.
    static final int CHUNKS_AHEAD = 4;

    /// How long a request of several chunks waits for room in the queue.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Lines of one strict request, which is one transaction too.
    static final int STRICT_LINES = 10_000;

    static final int STRICT_BYTES = 64 << 20;

    static final int LINE_BYTES = 1 << 20;
    static final int INTERACTION_BYTES = 32 << 10;

    /// Memory for all bodies that are being read: of each a chunk at most, or all of a strict one.
    static final long READING_BYTES = 256L << 20;

    /// Of it, what the shortest body counts.
    static final int LEAST_READING_BYTES = 4 << 10;

    /// Of the body as it is sent.
    static final long BODY_BYTES = 64L << 20;

    /// Of the body after decompression.
    static final long UNPACKED_BYTES = 1L << 30;

    static final int SHOWN_PROBLEMS = 100;

    private Limits() {}
}
