package tributary.store;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One connection and its statements, each prepared once for the connection's life. One thread at a time.
final class Session implements AutoCloseable {
    private static final int FEWEST_PLACES = 8;

    private final Connection connection;
    private final boolean far;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Set<PreparedStatement> added = new LinkedHashSet<>();

    /// @param far whether the database is in another process, so that statements are better sent together
    Session(Connection connection, boolean far) {
        this.connection = connection;
        this.far = far;
    }

    Connection connection() {
        return connection;
    }

    /// Whether each question and each statement takes a journey of its own.
    boolean isFar() {
        return far;
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
        if (far) {
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

    /// Which rows to ask for: those whose key is one of several.
    ///
    /// @param from `TABLE where CONDITION`
    /// @param key a column that an index leads to, after the condition
    record Wanted(String columns, String from, String key) {
        /// With a list of so many.
        private String inList(int places) {
            return "select " + columns + " from " + from + " and " + key + " in (" + "?, ".repeat(places - 1) + "?)";
        }

        /// With one parameter for all, and a plan that finds each by the index. With `= any` PostgreSQL would read all
        /// that fits the condition while it believes that to be little, as of a table that grows.
        private String inArray(String type) {
            return "select found.* from unnest(?::" + type + "[]) as wanted (one) cross join lateral (select " + columns
                    + " from " + from + " and " + key + " = wanted.one offset 0) as found";
        }
    }

    /// Maps all rows whose key is one of several.
    ///
    /// @param keys texts or bytes, one at least, none of them twice
    /// @param parameters of the condition
    /// @return what the mapper made, in no order
    <T> List<T> all(RowMapper<T> mapper, Wanted wanted, List<?> keys, Object... parameters) throws SQLException {
        var statement = far ? withArray(wanted, keys, parameters) : withList(wanted, keys, parameters);
        try (var rows = statement.executeQuery()) {
            var all = new ArrayList<T>();
            while (rows.next()) all.add(mapper.map(rows));
            return all;
        }
    }

    private PreparedStatement withArray(Wanted wanted, List<?> keys, Object... parameters) throws SQLException {
        boolean texts = keys.getFirst() instanceof String;
        var type = texts ? "text" : "bytea";
        var statement = statement(wanted.inArray(type));
        statement.setArray(1, connection.createArrayOf(type, keys.toArray(texts ? new String[0] : new byte[0][])));
        for (int i = 0; i < parameters.length; i++) statement.setObject(2 + i, parameters[i]);
        return statement;
    }

    /// The list's length is a power of two, so that few statements are prepared; the last key stands for those that
    /// are too many.
    private PreparedStatement withList(Wanted wanted, List<?> keys, Object... parameters) throws SQLException {
        int places = Math.max(FEWEST_PLACES, Integer.highestOneBit(2 * keys.size() - 1));
        var statement = bind(wanted.inList(places), parameters);
        for (int i = 0; i < places; i++)
            statement.setObject(parameters.length + 1 + i, keys.get(Math.min(i, keys.size() - 1)));
        return statement;
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
