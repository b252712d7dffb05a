package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tributary.standalone.sample.SampleYear;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;

/// What was acknowledged is there after any end, and the figures are those of a run without one.
@DisplayNameGeneration(ReplaceUnderscores.class)
class RestartTest {
    private static final int LINES = 16_000;
    private static final int LINES_A_PIECE = 2_000;
    private static final List<String> MODELS = List.of("LINEAR", "W_SHAPED", "TIME_DECAY");

    @TempDir
    private static Path folder;

    private static List<String> pieces;
    private static List<JsonNode> figuresOfAnUnbrokenRun;

    @BeforeAll
    static void an_unbroken_run() throws IOException {
        pieces = pieces();
        try (var server = Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve("unbroken"), null, null))) {
            var client = account(Client.withToken(server.address(), server.adminSecret()), server.address());
            for (var piece : pieces) acknowledged(client, piece);
            figuresOfAnUnbrokenRun = figures(client);
        }
    }

    @Test
    void a_kill_in_the_middle_of_an_import_loses_nothing() throws Exception {
        var data = folder.resolve("killed");
        String token;
        long position = 0;
        int next = 0;
        try (var server = ServerProcess.start(data)) {
            token = openedAccount(server.admin());
            var client = Client.withToken(server.address(), token);
            while (next < pieces.size() / 2) position = acknowledged(client, pieces.get(next++));
            var cutOff = sentInTheBackground(client, pieces.get(next));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(15));
            server.kill();
            cutOff.handle((_, _) -> null).join();
        }
        assertTheRestGivesTheSameFigures(data, token, position, next);
    }

    @Test
    void sigterm_in_the_middle_of_an_import_finishes_what_was_begun() throws Exception {
        var data = folder.resolve("ended");
        String token;
        long position = 0;
        int next = 0;
        try (var server = ServerProcess.start(data)) {
            token = openedAccount(server.admin());
            var client = Client.withToken(server.address(), token);
            while (next < pieces.size() / 2) position = acknowledged(client, pieces.get(next++));
            var begun = sentInTheBackground(client, pieces.get(next));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(15));
            assertThat(server.end()).isTrue();
            begun.handle((_, _) -> null).join();
        }
        assertTheRestGivesTheSameFigures(data, token, position, next);
    }

    /// What was not acknowledged is sent again; its ids let each line count once.
    private static void assertTheRestGivesTheSameFigures(Path data, String token, long position, int next)
            throws Exception {
        try (var server = ServerProcess.start(data)) {
            var client = Client.withToken(server.address(), token);
            assertThat(client.get("/api/v1/metrics").json().path("position").asLong())
                    .isGreaterThanOrEqualTo(position);
            for (var piece : pieces.subList(next, pieces.size())) acknowledged(client, piece);
            assertThat(figures(client)).isEqualTo(figuresOfAnUnbrokenRun);
        }
    }

    private static CompletableFuture<Client.Answer> sentInTheBackground(Client client, String piece) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return sent(client, piece);
            } catch (IOException cutOff) {
                return null;
            }
        });
    }

    private static List<String> pieces() {
        var lines = new ArrayList<String>();
        new SampleYear(7).tell(line -> {
            if (lines.size() == LINES) return;
            var once = new HashMap<>(line);
            once.put("id", "line-" + lines.size());
            lines.add(JsonMapper.shared().writeValueAsString(once));
        });
        var pieces = new ArrayList<String>();
        for (int from = 0; from < lines.size(); from += LINES_A_PIECE)
            pieces.add(String.join("\n", lines.subList(from, Math.min(from + LINES_A_PIECE, lines.size()))));
        return pieces;
    }

    private static Client account(Client admin, String address) throws IOException {
        return Client.withToken(address, openedAccount(admin));
    }

    private static String openedAccount(Client admin) throws IOException {
        var settings = JsonMapper.shared().writeValueAsString(SampleYear.account());
        var answer = admin.ask("POST", "/api/v1/accounts", "application/json", settings);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("accessToken").asString();
    }

    /// @return the position that the server told
    private static long acknowledged(Client client, String piece) throws IOException {
        var answer = sent(client, piece);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("rejected").asInt()).as(answer.text()).isZero();
        return answer.json().path("position").asLong();
    }

    private static Client.Answer sent(Client client, String piece) throws IOException {
        return client.ask("POST", "/api/v1/history", "application/x-ndjson", piece);
    }

    private static List<JsonNode> figures(Client client) throws IOException {
        var figures = new ArrayList<JsonNode>();
        for (var model : MODELS) {
            var answer = client.get("/api/v1/metrics?model=" + model);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            figures.add(((ObjectNode) answer.json()).without("position"));
        }
        return figures;
    }
}
