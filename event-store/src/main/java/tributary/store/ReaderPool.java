package tributary.store;

import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/// Sessions for reading, each borrowed for the length of one question, which may be asked again when a session that
/// lay idle turns out to be broken. A question must not ask another while it holds a session.
final class ReaderPool implements AutoCloseable {
    private static final int MAX_READERS = 16;

    private final Dialect dialect;
    private final Semaphore free = new Semaphore(MAX_READERS);
    private final Queue<Session> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    ReaderPool(Dialect dialect) {
        this.dialect = dialect;
    }

    <T> T ask(SessionFunction<T> question) throws SQLException {
        free.acquireUninterruptibly();
        try {
            if (closed) throw new IllegalStateException("the event store is closed");
            var session = idle.poll();
            if (session == null) return ask(question, dialect.openReader());
            try {
                return ask(question, session);
            } catch (SQLException failure) {
                if (!dialect.isBroken(failure)) throw failure;
                closeIdle(); // they broke with it
                return ask(question, dialect.openReader());
            }
        } finally {
            free.release();
        }
    }

    private <T> T ask(SessionFunction<T> question, Session session) throws SQLException {
        T answer;
        try {
            answer = question.apply(session);
        } catch (Throwable failure) {
            closeQuietly(session);
            throw failure;
        }
        idle.add(session);
        return answer;
    }

    private void closeIdle() {
        for (var session = idle.poll(); session != null; session = idle.poll()) closeQuietly(session);
    }

    private static void closeQuietly(Session session) {
        try {
            session.close();
        } catch (SQLException _) {
            // It is gone all the same.
        }
    }

    /// Waits for questions under way.
    @Override
    public void close() throws SQLException {
        free.acquireUninterruptibly(MAX_READERS);
        try {
            closed = true;
            for (var session = idle.poll(); session != null; session = idle.poll()) session.close();
        } finally {
            free.release(MAX_READERS);
        }
    }
}
