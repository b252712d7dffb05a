package tributary.store;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.util.PSQLException;

/// PostgreSQL, for one process or several. Who writes holds an advisory lock to the end of the transaction, so that
/// positions are gapless and appear in order, and everything that was decided before is seen when deciding.
///
/// A commit is on disk when it returns, unless the server runs with `fsync=off`.
final class PostgresDialect implements Dialect {
    private static final int CONNECT_SECONDS = 5;
    /// So long other processes may keep this one from writing.
    private static final int TURN_SECONDS = 20;
    /// So long a process that holds the lock may be silent, as when it is stopped; then its transaction is void.
    private static final int SILENCE_SECONDS = 30;
    /// Longer than any answer takes. It ends waiting for a server that vanished.
    private static final int ANSWER_SECONDS = 60;

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('tributary/' || current_schema(), 0))";

    /// A setting of the session: a number that no other has.
    private static final String WRITER = "tributary.writer";

    private static final String TURN = """
            with mine as (
                update turns set holder = me, number = number + 1
                from (select current_setting('%s')::bigint as me) as session
                where holder <> me returning number)
            select coalesce((select number from mine), (select number from turns))""".formatted(WRITER);

    private static final String DUPLICATE = "23505";
    private static final String CONNECTION = "08";
    /// Ended by the server or its administrator, or silent for too long.
    private static final List<String> ENDED = List.of("57P01", "57P02", "57P03", "57P05", "25P03");
    /// A lack of resources (a full disk, too many connections), input or output, a lock that did not come, a
    /// statement that was cancelled, a standby that does not write.
    private static final List<String> AWAY = List.of("53", "58", "55P03", "57014", "25006", "40");

    private final PostgresDatabase database;
    private final SecureRandom random = new SecureRandom();

    PostgresDialect(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public String place() {
        return "PostgreSQL at " + database.host() + ":" + database.port();
    }

    @Override
    public List<String> schema() {
        return List.of(
                "create table if not exists meta (name text primary key, value bytea not null)",
                """
                create table if not exists events (
                    position bigint primary key,
                    recorded_at bigint not null,
                    account text collate "C" not null,
                    aggregate text collate "C",
                    aggregate_type text,
                    sequence bigint,
                    name text not null,
                    revision text not null,
                    event_id text not null,
                    metadata text,
                    payload bytea not null)""",
                """
                create unique index if not exists events_of_aggregate on events (aggregate, sequence)
                    where aggregate is not null""",
                // For people: what happened, in words; what is packed is left out.
                """
                create or replace view readable_events as
                    select position, timestamptz 'epoch' + recorded_at * interval '1 microsecond' as recorded_at,
                        account, aggregate, sequence, name, revision,
                        case when name <> 'interactions.recorded' then convert_from(payload, 'UTF8')::jsonb end as fact
                    from events""",
                """
                create table if not exists snapshots (
                    aggregate text collate "C" primary key,
                    aggregate_type text not null,
                    sequence bigint not null,
                    taken_at bigint not null,
                    revision text,
                    type text not null,
                    payload text not null)""",
                "create table if not exists accounts (account text collate \"C\" primary key, since bigint not null)",
                "create table if not exists once (run bigint primary key, hashes bytea not null)",
                """
                create table if not exists contacts (
                    account text collate "C", contact text collate "C", survivor text, addresses bytea not null,
                    primary key (account, contact))""",
                """
                create table if not exists addresses (
                    account text collate "C", hash bytea, contact text not null,
                    primary key (account, hash))""",
                """
                create table if not exists contact_keys (
                    account text collate "C", contact text collate "C", secret bytea not null,
                    primary key (account, contact))""",
                "create table if not exists contact_ids (account text collate \"C\" primary key, last bigint not null)",
                """
                create table if not exists tokens (
                    hash bytea primary key, id text not null unique, account text collate "C" not null,
                    name text not null, scopes text not null, created_at bigint not null, expires_at bigint)""",
                """
                create table if not exists replays (
                    number bigint primary key, id text not null unique, account text collate "C" not null,
                    kind text not null, rule_set text, source text not null, asked_at bigint not null,
                    attempts bigint not null, holder text, beats bigint not null, unwanted bigint not null,
                    ended bigint not null, told text not null)""",
                "create unique index if not exists replays_open on replays (account) where ended = 0",
                "create table if not exists turns (holder bigint not null, number bigint not null)",
                "insert into turns (holder, number) select 0, 0 where not exists (select from turns)");
    }

    @Override
    public Session openWriter() throws SQLException {
        var connection = open();
        try (var statement = connection.createStatement()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            statement.execute("set lock_timeout = '" + TURN_SECONDS + "s'");
            statement.execute("set idle_in_transaction_session_timeout = '" + SILENCE_SECONDS + "s'");
            statement.execute("""
                    select set_config('synchronous_commit', 'on', false)
                    where current_setting('synchronous_commit') = 'off'""");
            // It asks by keys alone, and the same again and again. Statistics of a table that was empty a moment ago
            // would have it read all of it.
            statement.execute("set enable_seqscan = off");
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("set jit = off");
            statement.execute("set " + WRITER + " = '" + random.nextLong() + "'");
            connection.setAutoCommit(false);
            return new Session(connection, true);
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    @Override
    public Session openReader() throws SQLException {
        var connection = open();
        try (var statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = on");
            return new Session(connection, true);
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    /// Credentials are no part of the address, which the driver may put into a message.
    private Connection open() throws SQLException {
        var properties = new Properties();
        properties.putAll(database.options());
        if (database.user() != null) properties.setProperty("user", database.user());
        if (database.password() != null) properties.setProperty("password", database.password());
        properties.setProperty("ApplicationName", "tributary");
        properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        properties.setProperty("socketTimeout", String.valueOf(ANSWER_SECONDS));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("logServerErrorDetail", "false"); // Rows, in messages.
        var name = URLEncoder.encode(database.database(), StandardCharsets.UTF_8);
        return new Driver()
                .connect("jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + name, properties);
    }

    /// The lock is a statement of its own: what the next one sees was committed before it begins.
    @Override
    public void beginWriting(Session writer) throws SQLException {
        writer.first(_ -> "ours", LOCK);
    }

    @Override
    public void commit(Session writer) throws SQLException {
        writer.connection().commit();
    }

    @Override
    public void rollback(Session writer) throws SQLException {
        writer.connection().rollback();
    }

    /// Old rows and the log are the server's, which does away with them when it vacuums and recycles.
    @Override
    public boolean wipe(Session writer) {
        return true;
    }

    /// A session that finds another to have written last puts itself in its place, and the number rises. Sessions
    /// that take one turn after the other write nothing.
    @Override
    public long foreignChanges(Session writer) throws SQLException {
        return writer.number(0, TURN);
    }

    @Override
    public void setJson(PreparedStatement statement, int parameter, byte[] utf8) throws SQLException {
        statement.setBytes(parameter, utf8);
    }

    @Override
    public boolean isDuplicate(SQLException failure) {
        return DUPLICATE.equals(failure.getSQLState());
    }

    /// By the detail, which has the key in every language: `Key (aggregate, sequence)=(…, …) already exists.`
    @Override
    public boolean isAbout(SQLException failure, String aggregate, long sequence) {
        return failure instanceof PSQLException told
                && told.getServerErrorMessage() != null
                && told.getServerErrorMessage().getDetail() != null
                && told.getServerErrorMessage().getDetail().contains("=(" + aggregate + ", " + sequence + ")");
    }

    @Override
    public boolean isAway(SQLException failure) {
        return isBroken(failure) || AWAY.stream().anyMatch(state(failure)::startsWith);
    }

    @Override
    public boolean isBroken(SQLException failure) {
        return state(failure).startsWith(CONNECTION) || ENDED.contains(state(failure));
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }
}
