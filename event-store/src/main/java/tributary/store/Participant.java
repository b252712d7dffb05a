package tributary.store;

import java.sql.SQLException;

/// Keeps a transaction's changes in memory until just before its commit. Called by the thread that holds the write
/// lock.
interface Participant {
    /// Writes the changes; the commit follows.
    void flush(Session writer) throws SQLException;

    /// The changes are durable now.
    void committed();

    /// The changes are void.
    void rolledBack();

    /// Another process has written: what is known of the database may be wrong now.
    void forget(Session writer) throws SQLException;
}
