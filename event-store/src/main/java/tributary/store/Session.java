package tributary.store;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// One connection and its statements, each prepared once for the connection's life. One thread at a time.
final class Session implements AutoCloseable {
    private final Connection connection;
    private final boolean inBatches;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Set<PreparedStatement> added = new LinkedHashSet<>();

    /// @param inBatches whether the database is so far away that statements are better sent together
    Session(Connection connection, boolean inBatches) {
        this.connection = connection;
        this.inBatches = inBatches;
    }

    Connection connection() {
        return connection;
    }

    PreparedStatement statement(String sql) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    /// Executes a statement without results, with these parameters.
    int execute(String sql, Object... parameters) throws SQLException {
        return bind(sql, parameters).executeUpdate();
    }

    /// Executes a statement without results by the next [#executeAdded] at the latest; others may be executed
    /// before.
    void add(String sql, Object... parameters) throws SQLException {
        add(bind(sql, parameters));
    }

    /// @param statement of this session, with its parameters
    void add(PreparedStatement statement) throws SQLException {
        if (inBatches) {
            statement.addBatch();
            added.add(statement);
        } else {
            statement.executeUpdate();
        }
    }

    void executeAdded() throws SQLException {
        try {
            for (var statement : added) statement.executeBatch();
            added.clear();
        } catch (BatchUpdateException failure) {
            // The other one repeats the statement with its parameters.
            throw failure.getNextException() == null ? failure : failure.getNextException();
        }
    }

    /// Forgets what was added and not executed.
    void dropAdded() throws SQLException {
        for (var statement : added) statement.clearBatch();
        added.clear();
    }

    /// The first row's value, or `null` if there is no row.
    <T> T first(RowMapper<T> mapper, String sql, Object... parameters) throws SQLException {
        try (var rows = bind(sql, parameters).executeQuery()) {
            return rows.next() ? mapper.map(rows) : null;
        }
    }

    /// The first row's number; `null` in the row, or no row, is `otherwise`.
    long number(long otherwise, String sql, Object... parameters) throws SQLException {
        try (var rows = bind(sql, parameters).executeQuery()) {
            if (!rows.next()) return otherwise;
            long number = rows.getLong(1);
            return rows.wasNull() ? otherwise : number;
        }
    }

    private PreparedStatement bind(String sql, Object... parameters) throws SQLException {
        var statement = statement(sql);
        for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
        return statement;
    }

    @Override
    public void close() throws SQLException {
        for (var statement : statements.values()) statement.close();
        connection.close();
    }
}
