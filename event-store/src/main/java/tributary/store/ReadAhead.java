package tributary.store;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Reads and decodes facts on other threads, piece by piece, while the caller handles earlier ones in order. A few
/// facts are not worth the threads.
final class ReadAhead {
    /// Pieces that may be decoded and waiting.
    private static final int PIECES_AHEAD = 8;

    /// Positions in a piece.
    private static final int PIECE = 64;

    private final Transactions transactions;
    private final long after;
    private final long upTo;

    /// @param upTo at most the head
    ReadAhead(Transactions transactions, long after, long upTo) {
        this.transactions = transactions;
        this.after = after;
        this.upTo = upTo;
    }

    /// @param decoding makes of a row what is done on the calling thread
    void forEach(Function<EventRow, Runnable> decoding) {
        if (upTo - after <= PIECE) {
            rows(after).forEach(row -> decoding.apply(row).run());
            return;
        }
        var threads = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().name("read-facts-", 0).factory());
        try {
            handleAll(threads, decoding);
        } finally {
            threads.shutdownNow();
        }
    }

    private void handleAll(ExecutorService threads, Function<EventRow, Runnable> decoding) {
        var ahead = new ArrayDeque<Future<List<Runnable>>>();
        for (var from = after; from < upTo; from += PIECE) {
            var first = from;
            ahead.add(threads.submit(() -> rows(first).stream().map(decoding).toList()));
            if (ahead.size() > PIECES_AHEAD) handle(ahead.poll());
        }
        while (!ahead.isEmpty()) handle(ahead.poll());
    }

    private List<EventRow> rows(long after) {
        return transactions.read(session -> EventTable.range(session, after, Math.min(upTo, after + PIECE)));
    }

    private static void handle(Future<List<Runnable>> piece) {
        try {
            piece.get().forEach(Runnable::run);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Error error) throw error;
            throw (RuntimeException) failure.getCause();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading was interrupted", interrupted);
        }
    }
}
