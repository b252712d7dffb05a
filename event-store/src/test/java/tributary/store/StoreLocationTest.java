package tributary.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.events.Refusal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoreLocationTest {
    @Test
    void a_sqlite_file_is_accepted() {
        assertThat(StoreLocation.parse("sqlite:data/events.db").file()).isEqualTo(Path.of("data/events.db"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://localhost/tributary", "axonserver://localhost", "events.db", "sqlite:", ""})
    void anything_else_is_refused_naming_what_would_be_accepted(String text) {
        assertThatThrownBy(() -> StoreLocation.parse(text))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("sqlite:FILE");
    }

    @Test
    void a_password_in_the_address_is_not_repeated() {
        assertThatThrownBy(() -> StoreLocation.parse("postgresql://me:secret@localhost/x"))
                .hasMessageContaining("PostgreSQL")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> StoreLocation.parse("mysql://me:secret@localhost/x"))
                .hasMessageContaining("mysql:")
                .hasMessageNotContaining("secret");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_files_are_their_owners_alone(@TempDir Path folder) throws IOException {
        var file = folder.resolve("new/events.db");
        try (var db = EventDatabase.open(new StoreLocation(file), Clock.systemUTC());
                var files = Files.list(file.getParent())) {
            assertThat(db.storeId()).isNotBlank();
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                            .isEqualTo("rw-------"));
        }
    }
}
