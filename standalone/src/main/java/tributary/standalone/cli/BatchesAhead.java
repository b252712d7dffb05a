package tributary.standalone.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import tributary.standalone.cli.LineBatch.FilePlace;

/// Reads batches on a thread of its own, one ahead of the one that is being sent.
final class BatchesAhead implements AutoCloseable {
    private static final int AHEAD = 1;

    private final BlockingQueue<Read> read = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;

    /// @param batch nothing at the end of the file, and when reading failed
    private record Read(Optional<LineBatch> batch, RuntimeException failure) {}

    BatchesAhead(LineFeed feed, FilePlace begin, String name) {
        thread = Thread.ofPlatform().daemon().name("read").start(() -> readAll(feed, begin, name));
    }

    private void readAll(LineFeed feed, FilePlace begin, String name) {
        try {
            put(read(feed, begin, name));
        } catch (InterruptedException _) {
            // Nobody wants more.
        }
    }

    /// @return how it ended
    private Read read(LineFeed feed, FilePlace begin, String name) throws InterruptedException {
        try {
            if (!feed.skip(begin))
                return failed(new CommandFailed(name + " is not what it was when its import was cut off; delete " + name
                        + ".import to begin anew: lines with ids are not counted twice"));
            for (var batch = feed.next(); batch != null; batch = feed.next()) put(new Read(Optional.of(batch), null));
            return new Read(Optional.empty(), null);
        } catch (IOException failure) {
            return failed(new CommandFailed(name + " cannot be read to its end: " + failure));
        } catch (RuntimeException failure) {
            return failed(failure);
        }
    }

    private static Read failed(RuntimeException failure) {
        return new Read(Optional.empty(), failure);
    }

    private void put(Read next) throws InterruptedException {
        read.put(next);
    }

    /// @return `null` at the end
    LineBatch next() {
        try {
            var next = read.take();
            if (next.failure() != null) throw next.failure();
            return next.batch().orElse(null);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
