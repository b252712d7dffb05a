package tributary.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

    private RuntimeException translated(SQLiteErrorCode code) {
        var dialect = new SqliteDialect(folder.resolve("events.db"));
        return StoreException.of(dialect, new SQLiteException(code.message, code));
    }
}
