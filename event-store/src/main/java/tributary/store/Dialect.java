package tributary.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// What differs from one kind of database to another; all other SQL is common to them.
interface Dialect {
    /// Where the database is, in words that hold no password.
    String place();

    /// Statements that make the tables if they are missing.
    List<String> schema();

    Session openWriter() throws SQLException;

    Session openReader() throws SQLException;

    /// Begins a transaction that excludes every other writer until its end, those of other processes too. What
    /// they committed before is seen in it.
    void beginWriting(Session writer) throws SQLException;

    /// Returns when everything is on disk.
    void commit(Session writer) throws SQLException;

    void rollback(Session writer) throws SQLException;

    /// Makes sure that what was deleted cannot be read from the database's files any more, as far as that is in the
    /// hands of this program. Outside of transactions.
    ///
    /// @return whether it is done; otherwise somebody reads, and it has to be asked for again
    boolean wipe(Session writer) throws SQLException;

    /// A number that changes when another process has written since this session looked before. Asked within a
    /// transaction.
    long foreignChanges(Session writer) throws SQLException;

    /// Sets a parameter of a column for bytes to JSON, as whoever looks at the table with SQL can read it.
    void setJson(PreparedStatement statement, int parameter, byte[] utf8) throws SQLException;

    boolean isDuplicate(SQLException failure);

    /// Whether a duplicate is known to be this event of this aggregate.
    boolean isAbout(SQLException failure, String aggregate, long sequence);

    /// Whether the database is out of reach, full or busy: something that passes without a change of code.
    boolean isAway(SQLException failure);

    /// Whether the session is of no use any more, and another may be.
    boolean isBroken(SQLException failure);
}
