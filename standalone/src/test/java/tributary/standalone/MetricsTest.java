package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;

/// What Prometheus is told of a server.
@DisplayNameGeneration(ReplaceUnderscores.class)
class MetricsTest {
    private static final int LINES = 1_500;

    @TempDir
    private static Path folder;

    private static Server server;
    private static Client client;

    @BeforeAll
    static void a_server_takes_history_and_reports() throws Exception {
        server = Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve("data"), null, null));
        client = Client.withToken(
                server.address(),
                SampleHistory.openedAccount(Client.withToken(server.address(), server.adminSecret())));
        for (var piece : SampleHistory.pieces(7, LINES, 500)) SampleHistory.acknowledged(client, piece);
        assertThat(client.get("/api/v1/metrics").status()).isEqualTo(200);
    }

    @AfterAll
    static void the_server_ends() {
        server.close();
    }

    /// Values by name and labels, as they are written.
    private static Map<String, Double> metrics() throws IOException {
        var answer = new Client(server.address(), Map.of()).get("/actuator/prometheus");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var values = new HashMap<String, Double>();
        answer.text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> values.put(
                        line.substring(0, line.lastIndexOf(' ')),
                        Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
        return values;
    }

    @Test
    void lines_and_transactions_are_counted() throws Exception {
        var before = metrics();
        client.ask("POST", "/api/v1/history", "application/json", """
                [{"type": "interaction", "kind": "PAGE_VIEW", "visitor": "v1"}, {"type": "nonsense"}]""");
        var after = metrics();

        assertThat(grown("tributary_lines_total{outcome=\"accepted\"}", before, after))
                .isEqualTo(1);
        assertThat(grown("tributary_lines_total{outcome=\"refused\"}", before, after))
                .isEqualTo(1);
        assertThat(grown("tributary_commit_seconds_count{outcome=\"committed\"}", before, after))
                .isEqualTo(1);
        assertThat(grown("tributary_commit_seconds_bucket{outcome=\"committed\",le=\"+Inf\"}", before, after))
                .isEqualTo(1);
        assertThat(after)
                .containsEntry("tributary_intake_waiting_requests", 0.0)
                .containsEntry("tributary_intake_waiting_bytes", 0.0);
    }

    private static double grown(String name, Map<String, Double> before, Map<String, Double> after) {
        assertThat(after).containsKey(name);
        return after.get(name) - before.getOrDefault(name, 0.0);
    }

    @Test
    void what_was_folded_and_judged_is_counted_and_nothing_lags() throws Exception {
        var position = client.get("/api/v1/metrics").json().path("position").asDouble();
        var metrics = metrics();

        assertThat(metrics)
                .containsEntry("tributary_event_store_up", 1.0)
                .containsEntry("tributary_event_store_facts", position)
                .containsEntry("tributary_folded_facts_total", position)
                .containsEntry("tributary_lag_facts{worker=\"0\"}", 0.0)
                .containsEntry("tributary_stopped", 0.0)
                .containsEntry("tributary_accounts", 1.0);
        assertThat(metrics.get("tributary_folded_interactions_total")).isPositive();
        assertThat(metrics.get("tributary_judged_persons_total")).isPositive();
        assertThat(metrics.get("tributary_once_ids")).isPositive();
    }

    @Test
    void replays_are_counted_when_they_have_ended() throws Exception {
        var before = metrics();
        var asked = client.ask("POST", "/api/v1/replays", "application/json", "{\"kind\": \"REJUDGE\"}");
        var path = "/api/v1/replays/" + asked.json().path("id").asString();
        while (client.get(path).json().path("state").asString().equals("RUNNING")) Thread.onSpinWait();
        var after = metrics();

        var ended = "tributary_replay_seconds_count{kind=\"rejudge\",outcome=\"complete\"}";
        assertThat(grown(ended, before, after)).isEqualTo(1);
        assertThat(after).containsEntry("tributary_replays_running{kind=\"rejudge\"}", 0.0);
    }

    @Test
    void requests_are_told_apart_by_the_patterns_of_their_paths_and_refusals_by_their_reasons() throws Exception {
        client.get("/api/v1/campaigns/nobody@example.com/metrics");
        client.get("/api/v1/somewhere/else");
        new Client(server.address(), Map.of()).get("/api/v1/metrics");
        var metrics = metrics();

        assertThat(metrics)
                .containsKey(
                        "http_server_requests_seconds_count{method=\"GET\",status=\"404\",uri=\"/api/v1/campaigns/{campaign}/metrics\"}")
                .containsEntry("tributary_refusals_total{reason=\"unauthenticated\"}", 1.0)
                .containsKey("tributary_refusals_total{reason=\"unknown-campaign\"}")
                .containsKey("jvm_threads_live_threads");
        assertThat(metrics.keySet()).noneMatch(name -> name.contains("nobody") || name.contains("somewhere"));
    }

    @Test
    void every_metric_of_ours_is_in_the_operators_table() throws Exception {
        var table = Files.readString(Checkout.root().resolve("docs/operating.md"));
        var ours = metrics().keySet().stream()
                .map(name -> name.replaceFirst("\\{.*", "").replaceFirst("_(total|count|sum|max|bucket)$", ""))
                .filter(name -> name.startsWith("tributary_"))
                .distinct()
                .toList();

        assertThat(ours).isNotEmpty().allSatisfy(name -> assertThat(table).contains("`" + name));
    }

    @Test
    void with_a_token_for_them_metrics_are_shown_to_it_and_to_the_admin_only() throws Exception {
        System.setProperty("tributary.metrics.token", "for-prometheus");
        try (var guarded = Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve("guarded"), null, null))) {
            var nobody = new Client(guarded.address(), Map.of());
            assertThat(nobody.get("/actuator/prometheus").status()).isEqualTo(401);
            assertThat(Client.withToken(guarded.address(), "guessed")
                            .get("/actuator/prometheus")
                            .status())
                    .isEqualTo(401);
            assertThat(nobody.get("/actuator/health/readiness").status()).isEqualTo(200);
            for (var token : List.of("for-prometheus", guarded.adminSecret()))
                assertThat(Client.withToken(guarded.address(), token)
                                .get("/actuator/prometheus")
                                .status())
                        .isEqualTo(200);
        } finally {
            System.clearProperty("tributary.metrics.token");
        }
    }
}
