package tributary.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import tributary.events.Refusal;

/// Transactions of the one writing session, one at a time, in the order of asking; each belongs to its thread.
final class Transactions implements TransactionManager, AutoCloseable {
    private static final Duration MAX_WAIT = Duration.ofSeconds(30);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Dialect dialect;
    private final Session writer;
    private final ReaderPool readers;
    private final List<Participant> participants = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock(true);
    /// Of the thread that holds the lock; read by others only to find that it is not theirs.
    private volatile Writing current;

    private long foreignChanges = Long.MIN_VALUE;

    Transactions(Dialect dialect, Session writer, ReaderPool readers) {
        this.dialect = dialect;
        this.writer = writer;
        this.readers = readers;
    }

    /// Before the first transaction.
    void join(Participant participant) {
        participants.add(participant);
    }

    @Override
    public Transaction startTransaction() {
        if (lock.isHeldByCurrentThread()) return current.nested();
        awaitTurn();
        try {
            dialect.beginWriting(writer);
            current = new Writing(this);
            noticeOtherWriters();
            return current;
        } catch (Throwable failure) {
            end(false);
            throw failure instanceof SQLException sql ? StoreException.of(dialect, sql) : unchecked(failure);
        }
    }

    private void awaitTurn() {
        try {
            if (lock.tryLock(MAX_WAIT.toSeconds(), TimeUnit.SECONDS)) return;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal.Busy(
                "event-store-busy",
                "Too many want to write to the event store",
                "no turn came within " + MAX_WAIT.toSeconds() + " seconds",
                RETRY_AFTER_SECONDS);
    }

    private void noticeOtherWriters() throws SQLException {
        long now = dialect.foreignChanges(writer);
        if (now != foreignChanges) for (var participant : participants) participant.forget(writer);
        foreignChanges = now;
    }

    boolean within() {
        return lock.isHeldByCurrentThread();
    }

    /// The transaction of this thread.
    ///
    /// @throws IllegalStateException if it has none
    Writing present() {
        if (!within()) throw new IllegalStateException("this needs a transaction of this thread");
        return current;
    }

    /// Asks the transaction of this thread, or a reading session if it has none.
    <T> T read(SessionFunction<T> question) {
        try {
            return within() ? question.apply(writer) : readers.ask(question);
        } catch (SQLException failure) {
            throw StoreException.of(dialect, failure);
        }
    }

    /// Writes in the transaction of this thread, or in one for this alone if it has none. It cannot be taken back
    /// singly.
    <T> T write(SessionFunction<T> change) {
        return fetchInTransaction(() -> {
            present().wrote();
            try {
                return change.apply(writer);
            } catch (SQLException failure) {
                throw StoreException.of(dialect, failure);
            }
        });
    }

    void commit() {
        try {
            for (var participant : participants) participant.flush(writer);
            writer.execute("commit");
        } catch (Throwable failure) {
            rollback();
            throw failure instanceof SQLException sql ? StoreException.of(dialect, sql) : unchecked(failure);
        }
        end(true);
    }

    void rollback() {
        end(false);
    }

    private void end(boolean committed) {
        try {
            if (!committed) rollBackDatabase();
            for (var participant : participants) {
                if (committed) participant.committed();
                else participant.rolledBack();
            }
        } finally {
            current = null;
            lock.unlock();
        }
    }

    private void rollBackDatabase() {
        try {
            writer.execute("rollback");
        } catch (SQLException _) {
            // The database has rolled back already, as SQLite does when the disk is full.
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) throw error;
        return (RuntimeException) failure;
    }

    /// Waits for the transaction under way.
    @Override
    public void close() throws SQLException {
        lock.lock();
        try {
            writer.close();
        } finally {
            lock.unlock();
        }
    }
}
