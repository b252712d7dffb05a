package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;
import tributary.store.PostgresForTests;

/// Two servers on one PostgreSQL do as one would: nothing is lost, nothing counts twice, both tell the same figures.
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoServersTest {
    private static final int LINES = 4_500;
    private static final List<String> MODELS = List.of("LINEAR", "W_SHAPED");
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
        var pieces = SampleHistory.pieces(11, LINES, LINES_A_PIECE);
        try (var first = ServerProcess.start(folder.resolve("first"), "--events", place);
                var second = ServerProcess.start(folder.resolve("second"), "--events", place)) {
            var token = SampleHistory.openedAccount(first.admin());
            var here = Client.withToken(first.address(), token);
            var there = Client.withToken(second.address(), token);
            for (var piece : pieces) {
                var twice = sentInTheBackground(here, piece);
                assertReported(here, SampleHistory.acknowledged(there, piece));
                assertReported(there, SampleHistory.positionOf(twice.join()));
            }

            assertThat(SampleHistory.figures(here, MODELS)).isEqualTo(figuresOfOneServerAlone(pieces));
            assertThat(SampleHistory.figures(there, MODELS)).isEqualTo(SampleHistory.figures(here, MODELS));
        }
    }

    @Test
    void the_death_of_one_in_the_middle_of_an_import_neither_stops_the_other_nor_loses_anything() throws Exception {
        var pieces = SampleHistory.pieces(11, LINES, LINES_A_PIECE);
        try (var second = ServerProcess.start(folder.resolve("second"), "--events", place)) {
            String token;
            int next = 0;
            try (var first = ServerProcess.start(folder.resolve("first"), "--events", place)) {
                token = SampleHistory.openedAccount(first.admin());
                var here = Client.withToken(first.address(), token);
                while (next < pieces.size() / 2) SampleHistory.acknowledged(here, pieces.get(next++));
                var cutOff = sentInTheBackground(here, pieces.get(next));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(15));
                first.kill();
                cutOff.handle((_, _) -> null).join();
            }
            var there = Client.withToken(second.address(), token);
            for (var piece : pieces.subList(next, pieces.size())) SampleHistory.acknowledged(there, piece);
            assertThat(SampleHistory.figures(there, MODELS)).isEqualTo(figuresOfOneServerAlone(pieces));
            try (var first = ServerProcess.start(folder.resolve("first"), "--events", place)) {
                assertThat(SampleHistory.figures(Client.withToken(first.address(), token), MODELS))
                        .isEqualTo(SampleHistory.figures(there, MODELS));
            }
        }
    }

    private static void assertReported(Client client, long position) throws IOException {
        assertThat(client.get("/api/v1/metrics").json().path("position").asLong())
                .isGreaterThanOrEqualTo(position);
    }

    private List<JsonNode> figuresOfOneServerAlone(List<String> pieces) throws IOException {
        try (var server = Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve("alone"), null, null))) {
            var token = SampleHistory.openedAccount(Client.withToken(server.address(), server.adminSecret()));
            var client = Client.withToken(server.address(), token);
            for (var piece : pieces) SampleHistory.acknowledged(client, piece);
            return SampleHistory.figures(client, MODELS);
        }
    }

    private static CompletableFuture<Client.Answer> sentInTheBackground(Client client, String piece) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return SampleHistory.sent(client, piece);
            } catch (IOException cutOff) {
                throw new UncheckedIOException(cutOff);
            }
        });
    }
}
