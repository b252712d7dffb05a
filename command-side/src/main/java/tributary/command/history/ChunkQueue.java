package tributary.command.history;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import tributary.events.AccountId;
import tributary.events.Refusal;

/// Chunks that wait to be recorded, within bounds, and in turns: accounts share what is recorded evenly by bytes,
/// however many chunks each of them has waiting. The chunks of one account keep their order.
///
/// An account may have as much waiting as there is room left: alone half of the whole, and whoever comes while others
/// flood finds room, too.
final class ChunkQueue {
    /// Bytes after which an account's turn is over.
    private static final long TURN_BYTES = 256 << 10;

    /// Beside its bytes a line costs about as much as so many.
    private static final int BYTES_A_LINE = 256;

    private static final int RETRY_AFTER_SECONDS = 1;

    private final IntakeLimits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrival = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Map<AccountId, Waiting> accounts = new HashMap<>();
    private final ArrayDeque<Waiting> turns = new ArrayDeque<>();
    private int requests;
    private long bytes;
    private boolean ended;

    ChunkQueue(IntakeLimits limits) {
        this.limits = limits;
    }

    /// What one account has waiting.
    private static final class Waiting {
        private final AccountId account;
        private final ArrayDeque<WaitingChunk> chunks = new ArrayDeque<>();
        private long bytes;
        private long credit;

        Waiting(AccountId account) {
            this.account = account;
        }
    }

    /// @param patience how long to wait for room
    /// @throws Refusal.Busy if there is none
    void put(WaitingChunk chunk, Duration patience) {
        lock.lock();
        try {
            awaitRoom(chunk.request().account(), patience.toNanos());
            add(chunk);
            arrival.signal();
        } finally {
            lock.unlock();
        }
    }

    private void awaitRoom(AccountId account, long nanos) {
        for (long left = nanos; !hasRoom(account); ) {
            if (ended) throw Refusal.Busy.ending();
            if (left <= 0) throw full();
            try {
                left = room.awaitNanos(left);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw Refusal.Busy.ending();
            }
        }
    }

    private boolean hasRoom(AccountId account) {
        if (ended) return false;
        var own = accounts.get(account);
        int ownRequests = own == null ? 0 : own.chunks.size();
        long ownBytes = own == null ? 0 : own.bytes;
        return ownRequests < limits.requests() - requests && ownBytes < limits.bytes() - bytes;
    }

    private Refusal.Busy full() {
        return new Refusal.Busy(
                "intake-full",
                "Too much history waits to be recorded",
                requests + " requests with " + bytes + " bytes wait; expected fewer than " + limits.requests()
                        + " requests and " + limits.bytes()
                        + " bytes (docs/operating.md), and of one account no more than there is room left",
                RETRY_AFTER_SECONDS);
    }

    private void add(WaitingChunk chunk) {
        var own = accounts.computeIfAbsent(chunk.request().account(), Waiting::new);
        if (own.chunks.isEmpty()) turns.add(own);
        own.chunks.add(chunk);
        long size = size(chunk);
        own.bytes += size;
        bytes += size;
        requests++;
    }

    private static long size(WaitingChunk chunk) {
        return chunk.bytes() + (long) BYTES_A_LINE * chunk.lines().size();
    }

    /// Takes what is to be recorded next, in one transaction; waits until there is something.
    ///
    /// @return empty when the queue has ended and nothing waits any more
    List<WaitingChunk> next() throws InterruptedException {
        lock.lock();
        try {
            while (turns.isEmpty() && !ended) arrival.await();
            var group = group();
            room.signalAll();
            return group;
        } finally {
            lock.unlock();
        }
    }

    private List<WaitingChunk> group() {
        var group = new ArrayList<WaitingChunk>();
        long before = bytes;
        while (!turns.isEmpty() && mayGrow(group, before)) {
            var own = turns.poll();
            own.credit += TURN_BYTES; // To what is left of a turn that the last group cut off.
            while (own.credit > 0 && !own.chunks.isEmpty() && mayGrow(group, before)) group.add(remove(own));
            if (own.chunks.isEmpty()) accounts.remove(own.account);
            else turns.add(own);
        }
        return group;
    }

    private boolean mayGrow(List<WaitingChunk> group, long before) {
        return group.size() < limits.commitRequests() && before - bytes < Limits.COMMIT_BYTES;
    }

    private WaitingChunk remove(Waiting own) {
        var chunk = own.chunks.poll();
        long size = size(chunk);
        own.credit -= size;
        own.bytes -= size;
        bytes -= size;
        requests--;
        return chunk;
    }

    /// How many wait.
    int requests() {
        lock.lock();
        try {
            return requests;
        } finally {
            lock.unlock();
        }
    }

    /// How much waits, as the bound counts it.
    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    /// Takes nothing more; what waits is still to be recorded.
    void end() {
        lock.lock();
        try {
            ended = true;
            arrival.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
