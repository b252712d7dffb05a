package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tributary.standalone.sample.SampleYear;

/// A replay that was accepted is brought to an end, whatever becomes of the process that began it.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplayRestartTest {
    private static final String JSON = "application/json";
    /// So many that replaying them takes far longer than answering that it was asked for.
    private static final int LINES = 10_000;
    private static final List<String> COMPANIES = List.of("c1", "c2", "c3", "c4", "c5");
    private static final String SWITCHING = "c6";

    @TempDir
    private Path folder;

    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, JsonNode> figures = new HashMap<>();
    private final Map<String, String> replays = new HashMap<>();

    /// Two are worked on at one time, so some of six are still waiting when the answers to all have come.
    @Test
    void replays_and_an_activation_that_a_kill_cut_off_are_begun_anew_and_completed_under_their_ids() throws Exception {
        try (var server = ServerProcess.start(folder.resolve("killed"))) {
            load(server);
            askForAll(server);
            server.kill();
        }
        assertAllAreCompleted(folder.resolve("killed"), true);
    }

    @Test
    void sigterm_leaves_them_to_the_next_process() throws Exception {
        try (var server = ServerProcess.start(folder.resolve("ended"))) {
            load(server);
            askForAll(server);
            assertThat(server.end()).isTrue();
        }
        assertAllAreCompleted(folder.resolve("ended"), false);
    }

    private void load(ServerProcess server) throws IOException {
        var history = history();
        var admin = server.admin();
        for (var company : companies()) {
            var opened = admin.ask("POST", "/api/v1/accounts", JSON, "{\"id\":\"" + company + "\",\"name\":\"x\"}");
            assertThat(opened.status()).as(opened.text()).isEqualTo(201);
            tokens.put(company, opened.json().path("accessToken").asString());
            var client = client(server, company);
            var taken = client.ask("POST", "/api/v1/history", "application/x-ndjson", history);
            assertThat(taken.json().path("rejected").asInt()).as(taken.text()).isZero();
            var made =
                    client.ask("PUT", "/api/v1/rule-sets/mine", JSON, "{\"base\":\"2023-09\",\"adsInfluence\":true}");
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            figures.put(company, figures(client, company.equals(SWITCHING) ? "?ruleSet=mine" : ""));
        }
    }

    private static List<String> companies() {
        var all = new ArrayList<>(COMPANIES);
        all.add(SWITCHING);
        return all;
    }

    private static String history() {
        var lines = new ArrayList<String>();
        new SampleYear(7).tell(line -> {
            if (lines.size() < LINES) lines.add(JsonMapper.shared().writeValueAsString(line));
        });
        return String.join("\n", lines);
    }

    private void askForAll(ServerProcess server) {
        var asked = companies().stream()
                .map(company -> CompletableFuture.supplyAsync(() -> Map.entry(company, askedFor(server, company))))
                .toList();
        asked.forEach(each -> replays.put(each.join().getKey(), each.join().getValue()));
    }

    private String askedFor(ServerProcess server, String company) {
        try {
            var client = client(server, company);
            var answer = company.equals(SWITCHING)
                    ? client.ask("POST", "/api/v1/rule-sets/mine/activate", JSON, "")
                    : client.ask("POST", "/api/v1/replays", JSON, "{\"kind\":\"REPLAY\"}");
            assertThat(answer.status()).as(answer.text()).isEqualTo(202);
            return answer.json().path("id").asString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void assertAllAreCompleted(Path data, boolean killed) throws Exception {
        try (var server = ServerProcess.start(data)) {
            var begunAnew = 0;
            for (var company : companies()) {
                var client = client(server, company);
                var ended = ended(client, replays.get(company));
                assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("COMPLETE");
                assertThat(ended.path("differences").size())
                        .as(ended.toString())
                        .isZero();
                assertThat(client.get("/api/v1/replays").json().path("replays").get(0))
                        .isEqualTo(ended);
                begunAnew += ended.path("attempts").asInt(1) - 1;
                assertThat(figures(client, "")).isEqualTo(figures.get(company));
            }
            if (killed)
                assertThat(begunAnew)
                        .as("replays in the middle of which the kill came")
                        .isPositive();
        }
    }

    private Client client(ServerProcess server, String company) {
        return Client.withToken(server.address(), tokens.get(company));
    }

    private static JsonNode figures(Client client, String query) throws IOException {
        var answer = client.get("/api/v1/metrics" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return ((ObjectNode) answer.json()).without("position");
    }

    private static JsonNode ended(Client client, String replay) throws IOException {
        for (var i = 0; i < 3_000; i++) {
            var state = client.get("/api/v1/replays/" + replay).json();
            if (!state.path("state").asString().equals("RUNNING")) return state;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        throw new AssertionError("the replay does not end");
    }
}
