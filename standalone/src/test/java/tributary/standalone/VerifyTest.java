package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;

/// `verify` finds a sound store sound, and names what was damaged.
@DisplayNameGeneration(ReplaceUnderscores.class)
class VerifyTest {
    private static final int LINES = 1_500;

    @TempDir
    private static Path sound;

    @TempDir
    private Path folder;

    private final StringWriter output = new StringWriter();

    private int verify(Path data) {
        return Tributary.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(output))
                .execute("verify", "--data", data.toString());
    }

    private static Client client(Server server, String account) throws IOException {
        var opened = Client.withToken(server.address(), server.adminSecret())
                .ask("POST", "/api/v1/accounts", "application/json", "{\"name\":\"A\",\"id\":\"" + account + "\"}");
        return Client.withToken(
                server.address(), opened.json().path("accessToken").asString());
    }

    private static void send(Client client, List<String> lines) throws IOException {
        var answer = client.ask("POST", "/api/v1/history", "application/x-ndjson", String.join("\n", lines));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @BeforeAll
    static void a_store_of_two_accounts() throws IOException {
        try (var server = Server.start(new ServerSettings("127.0.0.1", 0, sound, null, null))) {
            send(client(server, "acme"), new RandomLines(1, "line-").make(LINES));
            send(client(server, "other"), new RandomLines(2, "line-").make(LINES));
        }
    }

    @Test
    void a_sound_store_is_told_with_what_was_looked_at() {
        assertThat(verify(sound)).as(output.toString()).isZero();
        assertThat(output.toString())
                .contains(" interactions")
                .contains(" ids in the once index")
                .contains(" aggregates")
                .contains(" addresses")
                .contains(" keys")
                .contains("2 accounts whose figures were compared with a rebuild")
                .contains("Everything is as it should be.")
                .doesNotContain("WRONG");
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                Arguments.of("delete from events where position = 20", "of the positions 1 to "),
                Arguments.of(
                        "update events set payload = substr(payload, 1, 40) where position = (select max(position) from"
                                + " events where name = 'interactions.recorded')",
                        "(interactions.recorded, revision"),
                Arguments.of(
                        "update events set name = 'campaign.exploded' where position = 5", "the fact at position 5"),
                Arguments.of(
                        "update events set sequence = 77 where position = (select max(position) from events where"
                                + " aggregate is not null)",
                        "but its sequence goes from"),
                Arguments.of(
                        "update events set recorded_at = 5 where position = 30",
                        "the fact at position 30 was recorded before"),
                Arguments.of("delete from once", "is not in the once index"),
                Arguments.of("delete from accounts where account = 'other'", "is not in the table of accounts"),
                Arguments.of(
                        "delete from contact_keys where contact = (select contact from addresses limit 1)",
                        "is missing, whose data is sealed at position"),
                Arguments.of(
                        "update contact_keys set secret = randomblob(32) where contact = (select contact from addresses"
                                + " limit 1)",
                        "cannot be opened"),
                Arguments.of(
                        "insert into addresses select account, randomblob(16), contact from addresses limit 1",
                        "holds an address of which the table of contacts does not know"),
                Arguments.of(
                        "delete from contacts where contact = (select contact from addresses limit 1)",
                        "is not in the table of contacts"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void what_is_damaged_is_named(String damage, String told) throws IOException, SQLException {
        Files.copy(sound.resolve("events.db"), folder.resolve("events.db"));
        try (var file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("events.db"));
                var statement = file.createStatement()) {
            assertThat(statement.executeUpdate(damage)).isPositive();
        }
        assertThat(verify(folder)).as(output.toString()).isEqualTo(1);
        assertThat(output.toString()).contains("WRONG: ").contains(told).contains("NOT everything");
    }

    @Test
    void a_server_may_be_writing_meanwhile() throws Exception {
        try (var server = Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve("data"), null, null))) {
            var client = client(server, "acme");
            var enough = new AtomicBoolean();
            var pieces = new AtomicInteger();
            var writing = Thread.ofVirtual().start(() -> {
                while (!enough.get())
                    try {
                        send(client, new RandomLines(pieces.get(), "p" + pieces.incrementAndGet() + "-").make(100));
                    } catch (IOException failure) {
                        throw new AssertionError(failure);
                    }
            });
            while (pieces.get() < 10) Thread.onSpinWait();
            assertThat(verify(folder.resolve("data"))).as(output.toString()).isZero();
            enough.set(true);
            writing.join();
        }
    }

    @Test
    void a_store_that_is_not_there_is_not_made() {
        assertThat(verify(folder.resolve("none"))).isEqualTo(1);
        assertThat(output.toString()).contains("there is no event store at").doesNotContain("\tat ");
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
