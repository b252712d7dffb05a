package tributary.query.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.bson.RawBsonDocument;

/// Writes documents in bulks, a few of them under way at one time. A document that is there already and includes as
/// many facts, or more, stays as it is. For one thread.
final class Bulks {
    private static final int DOCUMENTS = 1_000;
    private static final int BYTES = 4 << 20;
    private static final int UNDER_WAY = 3;
    private static final int DUPLICATE_KEY = 11_000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final ReadModels models;
    private final Executor writers;
    private final boolean fresh;
    private final Map<String, Bulk> byCollection = new HashMap<>();
    private final Semaphore places = new Semaphore(UNDER_WAY);
    private final List<CompletableFuture<Void>> begun = new ArrayList<>();

    /// @param fresh whether the documents are not there yet: then writing them is quicker
    Bulks(ReadModels models, Executor writers, boolean fresh) {
        this.models = models;
        this.writers = writers;
        this.fresh = fresh;
    }

    private static final class Bulk {
        private final List<WriteModel<RawBsonDocument>> writes = new ArrayList<>();
        private int bytes;
    }

    void add(String collection, RawBsonDocument document, long position) {
        var bulk = byCollection.computeIfAbsent(collection, _ -> new Bulk());
        bulk.writes.add(fresh ? new InsertOneModel<>(document) : guarded(document, position));
        bulk.bytes += document.getByteBuffer().remaining();
        if (bulk.writes.size() >= DOCUMENTS || bulk.bytes >= BYTES) send(collection);
    }

    private static WriteModel<RawBsonDocument> guarded(RawBsonDocument document, long position) {
        var older = Filters.and(Filters.eq(Field.ID, document.get(Field.ID)), Filters.lt(Field.POSITION, position));
        return new ReplaceOneModel<>(older, document, UPSERT);
    }

    private void send(String collection) {
        var writes = byCollection.remove(collection).writes;
        begun.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .findAny()
                .ifPresent(Bulks::await);
        begun.removeIf(CompletableFuture::isDone);
        places.acquireUninterruptibly();
        begun.add(CompletableFuture.runAsync(() -> write(collection, writes), writers)
                .whenComplete((_, _) -> places.release()));
    }

    private void write(String collection, List<WriteModel<RawBsonDocument>> writes) {
        try {
            models.raw(collection).bulkWrite(writes, UNORDERED);
        } catch (MongoBulkWriteException failure) {
            // Those that are there in a state that is as new cannot be found as older, nor be added once more.
            boolean allThere = failure.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
            if (failure.getWriteConcernError() != null || !allThere) throw failure;
        }
    }

    /// Waits until everything is written.
    ///
    /// @throws RuntimeException if something could not be
    void finish() {
        List.copyOf(byCollection.keySet()).forEach(this::send);
        await(CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new)));
    }

    private static void await(CompletableFuture<Void> written) {
        try {
            written.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }
}
