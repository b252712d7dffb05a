package tributary.store;

import java.sql.SQLException;

/// Something to be asked of, or done with, a session.
@FunctionalInterface
interface SessionFunction<T> {
    T apply(Session session) throws SQLException;
}
