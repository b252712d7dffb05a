package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;
import tributary.store.PostgresServer;

/// A server whose PostgreSQL goes away refuses what needs it, reports what it has, and goes on by itself.
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoreAwayTest {
    private static final int LINES = 3_000;
    private static final List<String> MODELS = List.of("LINEAR", "W_SHAPED");
    private static final int LINES_A_PIECE = 250;

    @TempDir
    private Path folder;

    @Test
    void what_needs_the_store_waits_for_it_and_reports_of_what_is_published_go_on() throws Exception {
        try (var postgres = PostgresServer.start();
                var server = started("away", postgres.address())) {
            var client = client(server);
            var piece = SampleHistory.pieces(7, LINES, LINES_A_PIECE).getFirst();
            assertThat(SampleHistory.sent(client, piece).status()).isEqualTo(200);
            var figures = SampleHistory.figures(client, MODELS);
            postgres.crash();

            assertIsToTryAgain(SampleHistory.sent(client, piece));
            assertIsToTryAgain(client.get("/api/v1/metrics"));
            assertThat(SampleHistory.figures(withoutWaiting(client, server), MODELS))
                    .isEqualTo(figures);
            assertThat(client.get("/actuator/health/readiness").status()).isEqualTo(503);

            postgres.startAgain();
            assertThat(SampleHistory.sent(client, piece).status()).isEqualTo(200);
            assertThat(SampleHistory.figures(client, MODELS)).isEqualTo(figures);
            awaitReadiness(client);
        }
    }

    private static void assertIsToTryAgain(Client.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.retryAfter()).matches("[1-9]\\d*");
        assertThat(answer.text()).contains("event-store-away").doesNotContain("for-tests-only");
    }

    private static Client withoutWaiting(Client client, Server server) {
        return new Client(
                server.address(), Map.of("Authorization", client.header("Authorization"), "Prefer", "wait=0"));
    }

    private static void awaitReadiness(Client client) throws IOException {
        while (client.get("/actuator/health/readiness").status() != 200)
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }

    @Test
    void under_load_nothing_acknowledged_is_lost_and_the_figures_are_those_of_a_run_without_an_outage()
            throws Exception {
        var pieces = SampleHistory.pieces(7, LINES, LINES_A_PIECE);
        try (var postgres = PostgresServer.start();
                var server = started("loaded", postgres.address())) {
            var client = client(server);
            var acknowledged = new AtomicInteger();
            var sending = CompletableFuture.runAsync(() -> pieces.forEach(piece -> {
                sendUntilTaken(client, piece);
                acknowledged.incrementAndGet();
            }));
            for (int outage = 1; outage <= 2; outage++) {
                while (acknowledged.get() < outage * pieces.size() / 3 && !sending.isDone()) Thread.onSpinWait();
                postgres.crash();
                postgres.startAgain();
            }
            sending.join();

            assertThat(SampleHistory.figures(client, MODELS)).isEqualTo(figuresWithoutOutage(pieces));
        }
    }

    private static void sendUntilTaken(Client client, String piece) {
        try {
            var answer = SampleHistory.sent(client, piece);
            for (; answer.status() == 503; answer = SampleHistory.sent(client, piece))
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().path("rejected").asInt()).as(answer.text()).isZero();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<JsonNode> figuresWithoutOutage(List<String> pieces) throws IOException {
        try (var server = started("undisturbed", null)) {
            var client = client(server);
            pieces.forEach(piece -> sendUntilTaken(client, piece));
            return SampleHistory.figures(client, MODELS);
        }
    }

    private Server started(String name, String events) {
        return Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve(name), events, null));
    }

    private static Client client(Server server) throws IOException {
        var admin = Client.withToken(server.address(), server.adminSecret());
        return Client.withToken(server.address(), SampleHistory.openedAccount(admin));
    }
}
