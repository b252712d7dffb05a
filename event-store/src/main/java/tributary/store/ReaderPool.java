package tributary.store;

import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/// Sessions for reading, each borrowed for the length of one question. A question must not ask another while it
/// holds a session.
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
            if (session == null) session = dialect.openReader();
            T answer;
            try {
                answer = question.apply(session);
            } catch (Throwable failure) {
                session.close();
                throw failure;
            }
            idle.add(session);
            return answer;
        } finally {
            free.release();
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
