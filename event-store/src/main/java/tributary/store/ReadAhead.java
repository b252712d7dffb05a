package tributary.store;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tributary.store.codec.FactCodec;

/// Reads pages and decodes them on other threads while the caller handles earlier ones, in order. A few facts are
/// not worth the threads.
final class ReadAhead {
    /// Pieces that may be decoded and waiting. A piece is a part of a page, so that small stores use all cores too.
    private static final int PIECES_AHEAD = 8;

    private static final int PIECE = 16;

    private final EventPages pages;
    private final FactCodec codec;

    ReadAhead(EventPages pages, FactCodec codec) {
        this.pages = pages;
        this.codec = codec;
    }

    void forEach(FactHandler handler) {
        var first = pages.page();
        if (first.size() <= PIECE) first.forEach(row -> handler.handle(row.recorded(codec)));
        else handleAhead(first, handler);
    }

    private void handleAhead(List<EventRow> first, FactHandler handler) {
        var workers = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        var decoding = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().daemon().name("decode-facts-", 0).factory());
        try {
            handleAll(decoding, first, handler);
        } finally {
            decoding.shutdownNow();
        }
    }

    private void handleAll(ExecutorService decoding, List<EventRow> first, FactHandler handler) {
        var ahead = new ArrayDeque<Future<List<Recorded>>>();
        for (var page = first; !page.isEmpty(); page = pages.page()) {
            for (int from = 0; from < page.size(); from += PIECE) {
                var piece = page.subList(from, Math.min(page.size(), from + PIECE));
                ahead.add(decoding.submit(
                        () -> piece.stream().map(row -> row.recorded(codec)).toList()));
                if (ahead.size() > PIECES_AHEAD) handle(ahead.poll(), handler);
            }
        }
        while (!ahead.isEmpty()) handle(ahead.poll(), handler);
    }

    private static void handle(Future<List<Recorded>> piece, FactHandler handler) {
        try {
            piece.get().forEach(handler::handle);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Error error) throw error;
            throw (RuntimeException) failure.getCause();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading was interrupted", interrupted);
        }
    }
}
