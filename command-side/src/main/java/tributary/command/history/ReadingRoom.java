package tributary.command.history;

import java.util.HashMap;
import java.util.Map;
import tributary.events.AccountId;
import tributary.events.Refusal;

/// The memory for bodies that are being read: of each as much as is held of it at once. As in the queue, an account may
/// use as much as there is room left, so that many slow senders of one account keep out themselves, and nobody else.
final class ReadingRoom {
    private static final int RETRY_AFTER_SECONDS = 5;

    private final long bytes;
    private final Map<AccountId, Long> used = new HashMap<>();
    private long allUsed;

    ReadingRoom(long bytes) {
        this.bytes = bytes;
    }

    /// To be closed when the body is read and what was read of it is recorded.
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /// Before anything is read.
    ///
    /// @param needed bytes held at once
    /// @throws Refusal.Busy if there is no room
    synchronized Place enter(AccountId account, long needed) {
        long own = used.getOrDefault(account, 0L);
        if (own >= bytes - allUsed) throw full(own);
        use(account, own + needed);
        allUsed += needed;
        return () -> leave(account, needed);
    }

    private synchronized void leave(AccountId account, long needed) {
        use(account, used.get(account) - needed);
        allUsed -= needed;
    }

    private void use(AccountId account, long now) {
        if (now == 0) used.remove(account);
        else used.put(account, now);
    }

    private Refusal full(long own) {
        return new Refusal.Busy(
                "too-many-bodies",
                "Too many requests are being read",
                "bodies being read take " + allUsed + " bytes of memory, " + own + " of them of this account; expected "
                        + "fewer than " + bytes + ", and of one account no more than there is room left. Nothing of "
                        + "this request was recorded",
                RETRY_AFTER_SECONDS);
    }
}
