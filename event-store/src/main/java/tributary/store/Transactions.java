package tributary.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import tributary.events.Refusal;

/// Transactions of the one writing session, one at a time, in the order of asking; each belongs to its thread. A
/// session that broke is replaced when it is next needed.
final class Transactions implements TransactionManager, AutoCloseable {
    private static final Duration MAX_WAIT = Duration.ofSeconds(30);
    private static final int RETRY_AFTER_SECONDS = 5;

    private static final Duration WIPE_AGAIN = Duration.ofSeconds(1);
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final Dialect dialect;
    private final ReaderPool readers;
    private final List<Participant> participants = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock(true);
    /// Of the thread that holds the lock; read by others only to find that it is not theirs.
    private volatile Writing current;

    /// `null` when it broke.
    private Session writer;

    private long foreignChanges = UNKNOWN;
    /// As of the last transaction that was committed.
    private long foreignChangesBefore = UNKNOWN;
    /// Whether something was deleted that must not be readable in the database's files. Of who holds the lock.
    private boolean toWipe;

    private boolean wipesLater;
    private volatile boolean closed;

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
            begin();
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

    /// If the session turns out to be broken, nothing was done in it yet, and another is tried.
    private void begin() throws SQLException {
        if (writer != null) {
            try {
                dialect.beginWriting(writer);
                return;
            } catch (SQLException failure) {
                if (!dialect.isBroken(failure)) throw failure;
                dropWriter();
            }
        }
        writer = dialect.openWriter();
        dialect.beginWriting(writer);
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

    /// After the transaction of this thread, nothing that it deletes can be read from the database's files: at once,
    /// or as soon as nobody reads for a moment.
    void wipeAfterwards() {
        present();
        toWipe = true;
    }

    /// @return whether nothing is left to do
    private boolean wipe() {
        try {
            if (toWipe && writer != null) toWipe = !dialect.wipe(writer);
        } catch (SQLException _) {
            // It is tried again.
        }
        return !toWipe;
    }

    private void wipeLater() {
        if (wipesLater) return;
        wipesLater = true;
        Thread.ofVirtual().name("wipe").start(() -> {
            boolean done = false;
            while (!done) {
                LockSupport.parkNanos(WIPE_AGAIN.toNanos());
                lock.lock();
                try {
                    done = closed || wipe();
                    wipesLater = !done;
                } finally {
                    lock.unlock();
                }
            }
        });
    }

    void commit() {
        try {
            for (var participant : participants) participant.flush(writer);
            dialect.commit(writer);
        } catch (Throwable failure) {
            foreignChangesBefore = UNKNOWN; // Perhaps it was committed, and only the answer did not come.
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
            if (committed) foreignChangesBefore = foreignChanges;
            else rollBackDatabase();
            for (var participant : participants) {
                if (committed) participant.committed();
                else participant.rolledBack();
            }
            if (committed && toWipe && !wipe()) wipeLater();
        } finally {
            current = null;
            lock.unlock();
        }
    }

    /// That this session noticed others is taken back too: whoever writes next need not make it notice again.
    private void rollBackDatabase() {
        foreignChanges = foreignChangesBefore;
        try {
            if (writer == null) return;
            writer.dropAdded();
            dialect.rollback(writer);
        } catch (SQLException _) {
            // The database has rolled back already, as SQLite does when the disk is full, or it is out of reach.
            dropWriter();
        }
    }

    private void dropWriter() {
        foreignChanges = UNKNOWN;
        foreignChangesBefore = UNKNOWN;
        try {
            writer.close();
        } catch (SQLException _) {
            // It is gone all the same.
        }
        writer = null;
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
            closed = true;
            wipe();
            if (writer != null) writer.close();
        } finally {
            lock.unlock();
        }
    }
}
