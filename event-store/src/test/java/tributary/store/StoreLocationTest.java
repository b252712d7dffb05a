package tributary.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
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
        assertThat(StoreLocation.parse("sqlite:data/events.db")).isEqualTo(new SqliteFile(Path.of("data/events.db")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"axonserver://localhost", "mysql://localhost/x", "postgres://h/d", "events.db", "sqlite:", ""})
    void anything_else_is_refused_naming_what_would_be_accepted(String text) {
        assertThatThrownBy(() -> StoreLocation.parse(text))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("sqlite:FILE")
                .hasMessageContaining("postgresql://USER:PASSWORD@HOST:PORT/DATABASE");
    }

    @Test
    void axon_server_is_refused_as_what_it_is() {
        assertThatThrownBy(() -> StoreLocation.parse("axonserver://localhost")).hasMessageContaining("Axon Server yet");
    }

    @Test
    void a_database_of_postgresql_is_accepted() {
        assertThat(StoreLocation.parse("postgresql://me:s%40cret%2F+@db_1:6432/facts?sslmode=require&currentSchema=a"))
                .isEqualTo(new PostgresDatabase(
                        "db_1", 6432, "facts", "me", "s@cret/+", Map.of("sslmode", "require", "currentSchema", "a")));
        assertThat(StoreLocation.parse("postgresql://localhost/facts"))
                .isEqualTo(new PostgresDatabase("localhost", 5432, "facts", null, null, Map.of()));
        assertThat(StoreLocation.parse("postgresql://me@[::1]/facts"))
                .isEqualTo(new PostgresDatabase("[::1]", 5432, "facts", "me", null, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql:",
                "postgresql://",
                "postgresql://localhost",
                "postgresql://me:secret@localhost/",
                "postgresql://me:secret@localhost:0/x",
                "postgresql://me:secret@localhost:70000/x",
                "postgresql://me:secret@localhost:port/x",
                "postgresql://me:sec@ret@localhost/x",
                "postgresql://me:secret%4@localhost/x",
                "postgresql://me:secret@localhost/x?socketFactory=secret",
                "postgresql://me:secret@localhost/x?password"
            })
    void a_malformed_address_of_postgresql_is_refused_without_repeating_it(String text) {
        assertThatThrownBy(() -> StoreLocation.parse(text))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("PostgreSQL")
                .hasMessageNotContaining("sec");
    }

    @Test
    void a_password_in_the_address_is_not_repeated() {
        assertThat(StoreLocation.parse("postgresql://me:secret@localhost/x"))
                .hasToString("postgresql://me@localhost:5432/x");
        assertThatThrownBy(() -> StoreLocation.parse("me:secret@localhost/x")).hasMessageNotContaining("secret");
        assertThatThrownBy(() -> StoreLocation.parse("mysql://me:secret@localhost/x"))
                .hasMessageContaining("mysql:")
                .hasMessageNotContaining("secret");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_files_are_their_owners_alone(@TempDir Path folder) throws IOException {
        var file = folder.resolve("new/events.db");
        try (var db = EventDatabase.open(new SqliteFile(file), Clock.systemUTC());
                var files = Files.list(file.getParent())) {
            assertThat(db.storeId()).isNotBlank();
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                            .isEqualTo("rw-------"));
        }
    }
}
