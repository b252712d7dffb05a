package tributary.store;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The table of events: rows are added, and never changed.
final class EventTable {
    private static final String COLUMNS =
            "position, recorded_at, account, aggregate, aggregate_type, sequence, name, revision, event_id, metadata, payload";

    private static final Session.Wanted OF_AGGREGATES =
            new Session.Wanted(COLUMNS, "events where aggregate is not null", "aggregate");

    private EventTable() {}

    /// Adds a row to what the session executes.
    ///
    /// @param json whether the payload is JSON, so that it can be read with SQL
    static void add(Dialect dialect, Session writer, EventRow row, boolean json) throws SQLException {
        var statement =
                writer.statement("insert into events (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        statement.setLong(1, row.position());
        statement.setLong(2, row.recordedAt());
        statement.setString(3, row.account());
        statement.setString(4, row.aggregate());
        statement.setString(5, row.aggregateType());
        if (row.aggregate() == null) statement.setNull(6, Types.BIGINT);
        else statement.setLong(6, row.sequence());
        statement.setString(7, row.name());
        statement.setString(8, row.revision());
        statement.setString(9, row.eventId());
        statement.setString(10, row.metadata());
        if (json) dialect.setJson(statement, 11, row.payload());
        else statement.setBytes(11, row.payload());
        writer.add(statement);
    }

    static long head(Session session) throws SQLException {
        return session.number(0, "select max(position) from events");
    }

    /// Position and instant of the last row, 0 if there is none.
    static Last last(Session session) throws SQLException {
        var last = session.first(
                row -> new Last(row.getLong(1), row.getLong(2)),
                "select position, recorded_at from events order by position desc limit 1");
        return last == null ? new Last(0, 0) : last;
    }

    record Last(long position, long recordedAt) {}

    /// The last position recorded at or before an instant, 0 if there is none; `recorded_at` never falls, so
    /// halving finds it without an index.
    static long positionAsOf(Session session, long micros) throws SQLException {
        long low = 0;
        long high = head(session);
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            long at = session.number(Long.MAX_VALUE, "select recorded_at from events where position = ?", middle);
            if (at <= micros) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /// At most `limit` rows with `after < position <= upTo`.
    static List<EventRow> page(Session session, long after, long upTo, int limit) throws SQLException {
        var statement = session.statement(
                "select " + COLUMNS + " from events where position > ? and position <= ? order by position limit ?");
        statement.setLong(1, after);
        statement.setLong(2, upTo);
        statement.setInt(3, limit);
        return rows(statement);
    }

    /// The rows with `after < position <= upTo`, without what folding does not ask for.
    static List<EventRow> range(Session session, long after, long upTo) throws SQLException {
        var statement = session.statement("""
                select position, recorded_at, account, name, revision, payload
                from events where position > ? and position <= ? order by position""");
        statement.setLong(1, after);
        statement.setLong(2, upTo);
        var found = new ArrayList<EventRow>();
        var account = new LastText();
        var name = new LastText();
        var revision = new LastText();
        try (var rows = statement.executeQuery()) {
            while (rows.next())
                found.add(new EventRow(
                        rows.getLong(1),
                        rows.getLong(2),
                        account.of(rows.getBytes(3)),
                        null,
                        null,
                        0,
                        name.of(rows.getBytes(4)),
                        revision.of(rows.getBytes(5)),
                        null,
                        null,
                        rows.getBytes(6)));
        }
        return found;
    }

    /// Whether a row of the account lies in `after < position <= upTo`.
    static boolean has(Session session, String account, long after, long upTo) throws SQLException {
        var statement =
                session.statement("select 1 from events where position > ? and position <= ? and account = ? limit 1");
        statement.setLong(1, after);
        statement.setLong(2, upTo);
        statement.setString(3, account);
        try (var rows = statement.executeQuery()) {
            return rows.next();
        }
    }

    /// Makes texts of UTF-8 bytes, the same as the last when they are equal.
    private static final class LastText {
        private byte[] bytes;
        private String text;

        String of(byte[] now) {
            if (!Arrays.equals(now, bytes)) {
                bytes = now;
                text = new String(now, StandardCharsets.UTF_8);
            }
            return text;
        }
    }

    static List<EventRow> ofAggregate(Session session, String aggregate, long firstSequence) throws SQLException {
        var statement = session.statement(
                "select " + COLUMNS + " from events where aggregate = ? and sequence >= ? order by sequence");
        statement.setString(1, aggregate);
        statement.setLong(2, firstSequence);
        return rows(statement);
    }

    /// The events of several aggregates, by aggregate and in the order of their sequence; those that have none are
    /// left out.
    static Map<String, List<EventRow>> ofAggregates(Session session, List<String> aggregates) throws SQLException {
        var rows = session.all(EventTable::row, OF_AGGREGATES, aggregates);
        rows.sort(Comparator.comparingLong(EventRow::sequence));
        return rows.stream().collect(Collectors.groupingBy(EventRow::aggregate));
    }

    static Long lastSequence(Session session, String aggregate) throws SQLException {
        long last = session.number(-1, "select max(sequence) from events where aggregate = ?", aggregate);
        return last < 0 ? null : last;
    }

    private static List<EventRow> rows(PreparedStatement statement) throws SQLException {
        var found = new ArrayList<EventRow>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) found.add(row(rows));
        }
        return found;
    }

    private static EventRow row(ResultSet row) throws SQLException {
        return new EventRow(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getBytes(11));
    }
}
