package tributary.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// SQLite in a file that its owner alone may read. Write-ahead log and `synchronous=FULL`: a commit is on disk when
/// it returns.
final class SqliteDialect implements Dialect {
    private static final int PAGE_BYTES = 8192;
    private static final int WRITER_CACHE_KIB = 64 * 1024;
    private static final int READER_CACHE_KIB = 4 * 1024;
    private static final long MAPPED_BYTES = 1L << 30;
    /// How long the log grows before it is worked into the file; longer means fewer and larger waits.
    private static final int CHECKPOINT_PAGES = 64 * 1024 * 1024 / PAGE_BYTES;

    private static final int BUSY_MILLIS = 10_000;
    /// So long those who read may keep the log from being emptied, while all who write wait.
    private static final int WIPE_MILLIS = 250;

    private static final Set<SQLiteErrorCode> DUPLICATE = Set.of(
            SQLiteErrorCode.SQLITE_CONSTRAINT,
            SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE,
            SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY);
    /// Primary codes: full, busy, locked, input or output, cannot open, read-only.
    private static final Set<Integer> AWAY = Set.of(
            SQLiteErrorCode.SQLITE_FULL.code,
            SQLiteErrorCode.SQLITE_BUSY.code,
            SQLiteErrorCode.SQLITE_LOCKED.code,
            SQLiteErrorCode.SQLITE_IOERR.code,
            SQLiteErrorCode.SQLITE_CANTOPEN.code,
            SQLiteErrorCode.SQLITE_READONLY.code);

    private final Path file;

    SqliteDialect(Path file) {
        this.file = file;
        makeForOwnerOnly(file.toAbsolutePath());
    }

    private static void makeForOwnerOnly(Path file) {
        try {
            if (!Files.isDirectory(file.getParent())) Files.createDirectories(file.getParent());
            if (Files.exists(file)) return;
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix"))
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException _) {
            // Another process was faster; it made the same file.
        } catch (IOException failure) {
            throw new UncheckedIOException("the event store cannot be made at " + file, failure);
        }
    }

    @Override
    public String place() {
        return "the SQLite file " + file;
    }

    @Override
    public List<String> schema() {
        return List.of(
                "create table if not exists meta (name text primary key, value blob not null) without rowid",
                """
                create table if not exists events (
                    position integer primary key,
                    recorded_at integer not null,
                    account text not null,
                    aggregate text,
                    aggregate_type text,
                    sequence integer,
                    name text not null,
                    revision text not null,
                    event_id text not null,
                    metadata text,
                    payload blob not null)""",
                """
                create unique index if not exists events_of_aggregate on events (aggregate, sequence)
                    where aggregate is not null""",
                """
                create table if not exists snapshots (
                    aggregate text primary key,
                    aggregate_type text not null,
                    sequence integer not null,
                    taken_at integer not null,
                    revision text,
                    type text not null,
                    payload text not null) without rowid""",
                """
                create table if not exists accounts (account text primary key, since integer not null)
                    without rowid""",
                "create table if not exists once (run integer primary key, hashes blob not null)",
                """
                create table if not exists contacts (
                    account text not null, contact text not null, survivor text, addresses blob not null,
                    primary key (account, contact)) without rowid""",
                """
                create table if not exists addresses (
                    account text not null, hash blob not null, contact text not null,
                    primary key (account, hash)) without rowid""",
                """
                create table if not exists contact_keys (
                    account text not null, contact text not null, secret blob not null,
                    primary key (account, contact)) without rowid""",
                """
                create table if not exists contact_ids (account text primary key, last integer not null)
                    without rowid""",
                """
                create table if not exists tokens (
                    hash blob primary key, id text not null unique, account text not null, name text not null,
                    scopes text not null, created_at integer not null, expires_at integer) without rowid""",
                """
                create table if not exists replays (
                    number integer primary key, id text not null unique, account text not null, kind text not null,
                    rule_set text, source text not null, asked_at integer not null, attempts integer not null,
                    holder text, beats integer not null, unwanted integer not null, ended integer not null,
                    told text not null)""",
                "create unique index if not exists replays_open on replays (account) where ended = 0");
    }

    @Override
    public Session openWriter() throws SQLException {
        return open(WRITER_CACHE_KIB, "pragma wal_autocheckpoint = " + CHECKPOINT_PAGES);
    }

    @Override
    public Session openReader() throws SQLException {
        return open(READER_CACHE_KIB, "pragma query_only = true");
    }

    private Session open(int cacheKib, String more) throws SQLException {
        var config = new SQLiteConfig();
        config.setPageSize(PAGE_BYTES);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setGetGeneratedKeys(false); // Otherwise each insert is followed by a query for keys nobody wants.
        config.setCacheSize(-cacheKib);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, String.valueOf(MAPPED_BYTES));
        config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, String.valueOf(2L * CHECKPOINT_PAGES * PAGE_BYTES));
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        var connection = config.createConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute(more);
        }
        return new Session(connection, false);
    }

    @Override
    public void beginWriting(Session writer) throws SQLException {
        writer.execute("begin immediate");
    }

    @Override
    public void commit(Session writer) throws SQLException {
        writer.execute("commit");
    }

    @Override
    public void rollback(Session writer) throws SQLException {
        writer.execute("rollback");
    }

    /// What is deleted from pages is overwritten there (`secure_delete`), but the log still has the pages as they were:
    /// it is worked into the file and emptied.
    @Override
    public boolean wipe(Session writer) throws SQLException {
        writer.first(_ -> null, "pragma busy_timeout = " + WIPE_MILLIS);
        try {
            return writer.number(1, "pragma wal_checkpoint(truncate)") == 0;
        } finally {
            writer.first(_ -> null, "pragma busy_timeout = " + BUSY_MILLIS);
        }
    }

    @Override
    public long foreignChanges(Session writer) throws SQLException {
        return writer.number(0, "pragma data_version");
    }

    /// As text, which a column for bytes takes here as well.
    @Override
    public void setJson(PreparedStatement statement, int parameter, byte[] utf8) throws SQLException {
        statement.setString(parameter, new String(utf8, StandardCharsets.UTF_8));
    }

    @Override
    public boolean isDuplicate(SQLException failure) {
        return failure instanceof SQLiteException sqlite && DUPLICATE.contains(sqlite.getResultCode());
    }

    /// It does not say; but rows are written one by one, so it is the last one.
    @Override
    public boolean isAbout(SQLException failure, String aggregate, long sequence) {
        return false;
    }

    @Override
    public boolean isAway(SQLException failure) {
        return failure instanceof SQLiteException sqlite && AWAY.contains(sqlite.getResultCode().code & 0xFF);
    }

    @Override
    public boolean isBroken(SQLException failure) {
        return false;
    }
}
