package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
        pieces = SampleHistory.pieces(7, LINES, LINES_A_PIECE);
        try (var server = Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve("unbroken"), null, null))) {
            var client = account(Client.withToken(server.address(), server.adminSecret()), server.address());
            for (var piece : pieces) SampleHistory.acknowledged(client, piece);
            figuresOfAnUnbrokenRun = SampleHistory.figures(client, MODELS);
        }
    }

    @Test
    void a_kill_in_the_middle_of_an_import_loses_nothing() throws Exception {
        var data = folder.resolve("killed");
        String token;
        long position = 0;
        int next = 0;
        try (var server = ServerProcess.start(data)) {
            token = SampleHistory.openedAccount(server.admin());
            var client = Client.withToken(server.address(), token);
            while (next < pieces.size() / 2) position = SampleHistory.acknowledged(client, pieces.get(next++));
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
            token = SampleHistory.openedAccount(server.admin());
            var client = Client.withToken(server.address(), token);
            while (next < pieces.size() / 2) position = SampleHistory.acknowledged(client, pieces.get(next++));
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
            for (var piece : pieces.subList(next, pieces.size())) SampleHistory.acknowledged(client, piece);
            assertThat(SampleHistory.figures(client, MODELS)).isEqualTo(figuresOfAnUnbrokenRun);
        }
    }

    private static CompletableFuture<Client.Answer> sentInTheBackground(Client client, String piece) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return SampleHistory.sent(client, piece);
            } catch (IOException cutOff) {
                return null;
            }
        });
    }

    private static Client account(Client admin, String address) throws IOException {
        return Client.withToken(address, SampleHistory.openedAccount(admin));
    }
}
