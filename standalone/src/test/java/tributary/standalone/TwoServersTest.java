package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
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
import tributary.store.PostgresForTests;

/// Two servers on one PostgreSQL do as one would: nothing is lost, nothing counts twice, both tell the same figures.
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoServersTest {
    private static final String JSON = "application/json";
    private static final int LINES = 4_500;
    private static final int LINES_A_PIECE = 750;

    @TempDir
    private Path folder;

    private final String place = PostgresForTests.emptyPlace();

    @AfterEach
    void drop() {
        PostgresForTests.drop(place);
    }

    @Test
    void history_sent_to_both_at_once_counts_once_and_each_reports_what_the_other_acknowledged() throws Exception {
        var pieces = pieces();
        try (var first = ServerProcess.start(folder.resolve("first"), "--events", place);
                var second = ServerProcess.start(folder.resolve("second"), "--events", place)) {
            var token = openedAccount(first.admin());
            var here = Client.withToken(first.address(), token);
            var there = Client.withToken(second.address(), token);
            for (var piece : pieces) {
                var twice = sentInTheBackground(here, piece);
                assertReported(here, acknowledged(there, piece));
                assertReported(there, positionOf(twice.join()));
            }

            assertThat(figures(here)).isEqualTo(figuresOfOneServerAlone(pieces));
            assertThat(figures(there)).isEqualTo(figures(here));
        }
    }

    @Test
    void the_death_of_one_in_the_middle_of_an_import_neither_stops_the_other_nor_loses_anything() throws Exception {
        var pieces = pieces();
        try (var second = ServerProcess.start(folder.resolve("second"), "--events", place)) {
            String token;
            int next = 0;
            try (var first = ServerProcess.start(folder.resolve("first"), "--events", place)) {
                token = openedAccount(first.admin());
                var here = Client.withToken(first.address(), token);
                while (next < pieces.size() / 2) acknowledged(here, pieces.get(next++));
                var cutOff = sentInTheBackground(here, pieces.get(next));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(15));
                first.kill();
                cutOff.handle((_, _) -> null).join();
            }
            var there = Client.withToken(second.address(), token);
            for (var piece : pieces.subList(next, pieces.size())) acknowledged(there, piece);
            assertThat(figures(there)).isEqualTo(figuresOfOneServerAlone(pieces));
            try (var first = ServerProcess.start(folder.resolve("first"), "--events", place)) {
                assertThat(figures(Client.withToken(first.address(), token))).isEqualTo(figures(there));
            }
        }
    }

    private static void assertReported(Client client, long position) throws IOException {
        assertThat(client.get("/api/v1/metrics").json().path("position").asLong())
                .isGreaterThanOrEqualTo(position);
    }

    private List<JsonNode> figuresOfOneServerAlone(List<String> pieces) throws IOException {
        try (var server = Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve("alone"), null, null))) {
            var token = openedAccount(Client.withToken(server.address(), server.adminSecret()));
            var client = Client.withToken(server.address(), token);
            for (var piece : pieces) acknowledged(client, piece);
            return figures(client);
        }
    }

    private static List<String> pieces() {
        var lines = new ArrayList<String>();
        new SampleYear(11).tell(line -> {
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

    private static String openedAccount(Client admin) throws IOException {
        var settings = JsonMapper.shared().writeValueAsString(SampleYear.account());
        var answer = admin.ask("POST", "/api/v1/accounts", JSON, settings);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("accessToken").asString();
    }

    private static CompletableFuture<Client.Answer> sentInTheBackground(Client client, String piece) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return sent(client, piece);
            } catch (IOException cutOff) {
                throw new UncheckedIOException(cutOff);
            }
        });
    }

    private static Client.Answer sent(Client client, String piece) throws IOException {
        return client.ask("POST", "/api/v1/history", "application/x-ndjson", piece);
    }

    private static long acknowledged(Client client, String piece) throws IOException {
        return positionOf(sent(client, piece));
    }

    private static long positionOf(Client.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("rejected").asInt()).as(answer.text()).isZero();
        return answer.json().path("position").asLong();
    }

    private static List<JsonNode> figures(Client client) throws IOException {
        var figures = new ArrayList<JsonNode>();
        for (var model : List.of("LINEAR", "W_SHAPED")) {
            var answer = client.get("/api/v1/metrics?model=" + model);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            figures.add(((ObjectNode) answer.json()).without("position"));
        }
        return figures;
    }
}
