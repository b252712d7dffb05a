package tributary.query.mongo;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Pieces in order, a few of which are fetched and unpacked by other threads before they are asked for.
final class PiecesAhead implements Iterator<byte[]>, AutoCloseable {
    private static final int THREADS = 2;
    /// So many of a few megabytes may wait.
    private static final int AHEAD = 6;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("read-snapshot-", 1).factory());
    private final Queue<Future<byte[]>> coming = new ArrayDeque<>();
    private final Iterator<String> names;
    private final Function<String, byte[]> fetch;

    PiecesAhead(List<String> names, Function<String, byte[]> fetch) {
        this.names = names.iterator();
        this.fetch = fetch;
        for (var i = 0; i < AHEAD; i++) order();
    }

    private void order() {
        if (!names.hasNext()) return;
        var name = names.next();
        coming.add(threads.submit(() -> fetch.apply(name)));
    }

    @Override
    public boolean hasNext() {
        return !coming.isEmpty();
    }

    @Override
    public byte[] next() {
        var next = coming.poll();
        if (next == null) throw new NoSuchElementException();
        order();
        try {
            return next.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a snapshot is read");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
