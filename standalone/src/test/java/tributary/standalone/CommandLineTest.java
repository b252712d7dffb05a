package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is typed wrongly is told on standard error, with exit code 2.
@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandLineTest {
    private final StringWriter error = new StringWriter();

    private int run(String... arguments) {
        return Tributary.commandLine().setErr(new PrintWriter(error)).execute(arguments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dance",
                "serve --dance",
                "serve --port many",
                "serve --port 70000",
                "serve --log-format xml",
                "report",
                "replay dance"
            })
    void what_is_not_known_gets_the_usage(String typed) {
        assertThat(run(typed.split(" "))).isEqualTo(2);
        assertThat(error.toString()).contains("Usage: tributary");
    }

    @Test
    void without_a_command_it_shows_the_usage() {
        assertThat(run()).isEqualTo(2);
        assertThat(error.toString())
                .contains("Usage: tributary")
                .contains("serve")
                .contains("demo");
    }

    @Test
    void a_role_that_is_none_is_refused_and_those_there_are_are_named() {
        assertThat(run("serve", "--role", "reader")).isEqualTo(2);
        assertThat(error.toString()).contains("--role reader is not known").contains("all, command, query");
    }

    @Test
    void a_node_that_does_not_do_everything_needs_what_nodes_share() {
        assertThat(run("serve", "--role", "query")).isEqualTo(2);
        assertThat(error.toString()).contains("--role query needs --mongo");
        assertThat(run("serve", "--role", "command", "--mongo", "mongodb://127.0.0.1:1/x"))
                .isEqualTo(2);
        assertThat(error.toString()).contains("--role command needs --events postgresql://");
    }

    @Test
    void an_address_that_no_node_can_be_reached_at_is_refused() {
        assertThat(run("serve", "--advertise", "here")).isEqualTo(2);
        assertThat(error.toString()).contains("accepted is http://HOST:PORT");
    }

    @Test
    void other_stores_are_not_known_and_no_password_is_repeated() {
        assertThat(run("serve", "--events", "mysql://me:secret@host/db")).isEqualTo(2);
        assertThat(error.toString())
                .contains("mysql:…")
                .contains("sqlite:FILE")
                .contains("postgresql://")
                .doesNotContain("secret");
    }

    @Test
    void axon_server_is_not_in_this_build() {
        assertThat(run("serve", "--events", "axonserver://localhost")).isEqualTo(2);
        assertThat(error.toString()).contains("cannot be kept in Axon Server yet");
    }

    @Test
    void a_store_out_of_reach_is_named_without_its_password(@TempDir Path folder) {
        assertThat(run(
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString(),
                        "--events",
                        "postgresql://me:secret@127.0.0.1:1/db"))
                .isEqualTo(1);
        assertThat(error.toString())
                .contains("serve: the event store cannot be used: PostgreSQL at 127.0.0.1:1")
                .doesNotContain("secret")
                .doesNotContain("\tat ");
    }

    @Test
    void a_place_for_read_models_that_is_none_is_refused_without_repeating_it() {
        assertThat(run("serve", "--mongo", "postgresql://me:secret@host")).isEqualTo(2);
        assertThat(error.toString())
                .contains("--mongo: ")
                .contains("what is accepted is mongodb://")
                .doesNotContain("secret");
    }

    @Test
    void a_mongo_out_of_reach_is_named_without_its_password(@TempDir Path folder) {
        var data = folder.resolve("data").toString();
        assertThat(run("serve", "--port", "0", "--data", data, "--mongo", "mongodb://me:secret@127.0.0.1:1/figures"))
                .isEqualTo(1);
        assertThat(error.toString())
                .contains("serve: MongoDB cannot be used: no server answered as we need it at 127.0.0.1:1")
                .doesNotContain("secret")
                .doesNotContain("\tat ");
    }

    @Test
    void a_report_without_a_server_says_where_it_looked() {
        assertThat(run("report", "spring", "--token", "x", "--url", "http://127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(error.toString())
                .contains("no server answers at http://127.0.0.1:1")
                .doesNotContain("\tat ");
    }
}
