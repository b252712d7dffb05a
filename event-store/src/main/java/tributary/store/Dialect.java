package tributary.store;

import java.sql.SQLException;
import java.util.List;

/// What differs from one kind of database to another; all other SQL is common to them.
interface Dialect {
    /// Statements that make the tables if they are missing.
    List<String> schema();

    Session openWriter() throws SQLException;

    Session openReader() throws SQLException;

    /// Begins a transaction that excludes every other writer until its end, those of other processes too.
    void beginWriting(Session writer) throws SQLException;

    /// A number that changes when another process has written since this session looked before.
    long foreignChanges(Session writer) throws SQLException;

    boolean isDuplicate(SQLException failure);

    /// Whether the database is out of reach, full or busy: something that passes without a change of code.
    boolean isAway(SQLException failure);
}
