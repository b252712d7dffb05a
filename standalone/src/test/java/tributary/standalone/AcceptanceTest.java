package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.query.mongo.MongoForTests;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;
import tributary.store.PostgresForTests;

/// The scenarios in `src/test/acceptance`, told to a real server through its public API.
@DisplayNameGeneration(ReplaceUnderscores.class)
class AcceptanceTest {
    private static final Path RUNNER = Checkout.root().resolve("standalone/src/test/acceptance/run.py");

    @TempDir
    private static Path folder;

    private static Server server;

    @BeforeAll
    static void a_server_runs() {
        server = Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve("data"), null, null));
    }

    @AfterAll
    static void the_server_ends() {
        server.close();
    }

    @Test
    void every_scenario_holds() throws Exception {
        assertEveryScenarioHolds(server, List.of());
    }

    @Test
    void every_scenario_holds_with_facts_in_postgresql() throws Exception {
        var place = PostgresForTests.emptyPlace();
        try (var onPostgres =
                Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve("postgres"), place, null))) {
            assertEveryScenarioHolds(onPostgres, List.of());
        } finally {
            PostgresForTests.drop(place);
        }
    }

    @Test
    void every_scenario_holds_with_figures_in_mongodb() throws Exception {
        var place = MongoForTests.emptyPlace();
        try (var publishing =
                Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve("publishing"), null, place, null))) {
            assertEveryScenarioHolds(publishing, List.of());
        } finally {
            MongoForTests.drop(place);
        }
    }

    @Test
    void every_scenario_holds_in_another_order() throws Exception {
        assertEveryScenarioHolds(server, List.of("--shuffle", "7"));
    }

    @Test
    void every_scenario_holds_when_all_is_sent_twice() throws Exception {
        assertEveryScenarioHolds(server, List.of("--twice"));
    }

    private static void assertEveryScenarioHolds(Server server, List<String> how)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("python3", RUNNER.toString(), "--base", server.address()));
        command.addAll(List.of("--admin-token", server.adminSecret(), "--without", "hubspot", "--jobs", "2"));
        command.addAll(how);
        var run = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(run.waitFor()).as(said).isZero();
        assertThat(said.lines().toList().getLast()).matches("[1-9]\\d* passed, 0 failed");
    }
}
