package tributary.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import tributary.events.Refusal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoreExceptionTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_FULL", "SQLITE_BUSY", "SQLITE_IOERR_WRITE", "SQLITE_CANTOPEN", "SQLITE_READONLY"})
    void a_full_or_absent_disk_asks_to_try_again_later(SQLiteErrorCode code) {
        assertThat(translated(code)).isInstanceOf(Refusal.Busy.class).hasMessageContaining(code.message);
    }

    @Test
    void anything_else_is_a_defect() {
        assertThat(translated(SQLiteErrorCode.SQLITE_CORRUPT)).isInstanceOf(StoreException.class);
    }

    /// No connection (before, during), disk full, too many connections, shutting down, starting up, no turn in time,
    /// silent for too long, input or output, a standby, a deadlock.
    @ParameterizedTest
    @ValueSource(
            strings = {"08001", "08006", "53100", "53300", "57P01", "57P03", "55P03", "25P03", "58030", "25006", "40P01"
            })
    void a_postgresql_that_is_away_or_full_asks_to_try_again_later(String state) {
        assertThat(onPostgres(state)).isInstanceOf(Refusal.Busy.class).hasMessageContaining("PostgreSQL at db:5432");
    }

    @ParameterizedTest
    @ValueSource(strings = {"28P01", "3D000", "42501", "42P01", "XX001"})
    void a_wrong_password_a_missing_database_or_damage_do_not_pass_by_themselves(String state) {
        assertThat(onPostgres(state)).isInstanceOf(StoreException.class).hasMessageNotContaining("secret");
    }

    private static RuntimeException onPostgres(String state) {
        var dialect = new PostgresDialect((PostgresDatabase) StoreLocation.parse("postgresql://me:secret@db/facts"));
        return StoreException.of(dialect, new SQLException("not now", state));
    }

    private RuntimeException translated(SQLiteErrorCode code) {
        var dialect = new SqliteDialect(folder.resolve("events.db"));
        return StoreException.of(dialect, new SQLiteException(code.message, code));
    }
}
