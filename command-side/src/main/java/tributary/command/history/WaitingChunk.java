package tributary.command.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import tributary.command.history.LineReader.Numbered;
import tributary.command.interaction.Act;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.store.Caller;
import tributary.store.OnceHash;

/// Lines of a request that were read and wait to be recorded together, and the promise of what becomes of them.
final class WaitingChunk {
    private final Request request;
    private final List<Numbered> lines;
    private final List<OnceHash> ids;
    private final long bytes;
    private final CompletableFuture<Taken> taken = new CompletableFuture<>();

    /// @param bytes of the lines as they were sent
    WaitingChunk(Request request, List<Numbered> lines, long bytes) {
        this.request = request;
        this.lines = lines;
        this.ids = hashes(request, lines);
        this.bytes = bytes;
    }

    /// Made here, since all threads that read have more time than the one that records.
    private static List<OnceHash> hashes(Request request, List<Numbered> lines) {
        var maker = new OnceHash.Maker(request.account(), request.caller().source());
        var hashes = new ArrayList<OnceHash>(lines.size());
        for (var line : lines)
            hashes.add(line.parsed() instanceof Act act && act.id() != null ? maker.of(act.id()) : null);
        return hashes;
    }

    /// Whose lines these are, and how they are to be taken. Of a request that was broken off nothing more is recorded,
    /// so that what its answer says is true.
    ///
    /// @param strict whether all lines are taken or none
    static final class Request {
        private final AccountId account;
        private final Caller caller;
        private final boolean strict;
        private volatile Throwable brokenOffBy;

        Request(AccountId account, Caller caller, boolean strict) {
            this.account = account;
            this.caller = caller;
            this.strict = strict;
        }

        AccountId account() {
            return account;
        }

        Caller caller() {
            return caller;
        }

        boolean strict() {
            return strict;
        }

        /// Why nothing more of the request is recorded, or `null`.
        Throwable brokenOffBy() {
            return brokenOffBy;
        }
    }

    /// What became of the lines; of those of a strict request with refusals nothing was recorded.
    ///
    /// @param position of the last fact when they were recorded
    record Taken(Tally tally, long position) {}

    Request request() {
        return request;
    }

    List<Numbered> lines() {
        return lines;
    }

    /// The once-only ids of the lines that are interactions; `null` where there is none.
    List<OnceHash> ids() {
        return ids;
    }

    long bytes() {
        return bytes;
    }

    /// The lines are recorded, and synced.
    void take(Taken what) {
        taken.complete(what);
    }

    /// Nothing of the lines is recorded, nor will be of those that follow them in the request.
    void fail(Throwable why) {
        request.brokenOffBy = why;
        taken.completeExceptionally(why);
    }

    /// Waits until the lines are recorded, which has a bound, since each transaction has.
    ///
    /// @throws Refusal.Busy if they cannot be recorded now; it belongs to the caller alone
    Taken taken() {
        try {
            return taken.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Refusal.Busy.ending();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case Refusal.Busy busy ->
                    throw new Refusal.Busy(busy.reason(), busy.title(), busy.detail(), busy.retryAfterSeconds());
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }
}
