package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;
import tributary.store.PostgresForTests;

/// A clock that is set back neither loses nor doubles anything: what is recorded then has the instant of what was
/// recorded last, until the clock has caught up, so that the order of instants is that of positions.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockTest {
    private static final List<String> MODELS = List.of("LINEAR", "W_SHAPED");
    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
    private static final String CAMPAIGN =
            "{\"type\":\"campaign.create\",\"campaign\":\"c\",\"name\":\"C\",\"utm\":\"c\",\"at\":\"2026-01-01T00:00:00Z\"}";
    private static final String RANGE = "from=2025-01-01&to=2026-12-31";

    @TempDir
    private Path folder;

    private final SetClock clock = new SetClock();

    private static final class SetClock extends Clock {
        private volatile Instant now = NOON;

        void set(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new IllegalStateException("nobody needs a zone of it: " + zone);
        }
    }

    private Server server(String name, String events, Clock clock) {
        return Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve(name), events, null), clock);
    }

    private static Client opened(Server server) throws IOException {
        var admin = Client.withToken(server.address(), server.adminSecret());
        return Client.withToken(server.address(), SampleHistory.openedAccount(admin));
    }

    @Test
    void set_back_by_hours_again_and_again_it_changes_no_figure_and_no_order() throws Exception {
        var pieces = SampleHistory.pieces(5, 2_000, 250);
        try (var server = server("set-back", null, clock);
                var unmoved = server("unmoved", null, clock)) {
            var client = opened(server);
            var reference = opened(unmoved);
            var positions = new ArrayList<Long>();
            for (int i = 0; i < pieces.size(); i++) {
                clock.set(NOON.plus(Duration.ofMinutes(10L * i)).minus(Duration.ofHours(i % 3 == 2 ? 30 : 0)));
                positions.add(SampleHistory.acknowledged(client, pieces.get(i)));
                // An id that was taken before the clock went back is known after it.
                assertThat(SampleHistory.acknowledged(client, pieces.get(i / 2)))
                        .isEqualTo(positions.getLast());
            }
            for (var piece : pieces) SampleHistory.acknowledged(reference, piece);

            assertThat(positions).isSorted().doesNotHaveDuplicates();
            assertThat(SampleHistory.figures(client, MODELS)).isEqualTo(SampleHistory.figures(reference, MODELS));
            SampleHistory.assertThatAReplayFindsNoDifference(client);
        }
        // With a clock that is behind all that was recorded.
        clock.set(NOON.minus(Duration.ofDays(2)));
        try (var server = server("set-back", null, clock)) {
            var admin = Client.withToken(server.address(), server.adminSecret());
            assertThat(admin.get("/api/v1/accounts").status()).isEqualTo(200);
        }
    }

    @Test
    void asOf_and_changes_tell_what_was_recorded_while_it_was_behind() throws Exception {
        try (var server = server("data", null, clock)) {
            var client = opened(server);
            SampleHistory.acknowledged(client, CAMPAIGN);
            clock.set(NOON.plusSeconds(10));
            visit(client, "first");
            clock.set(NOON.minus(Duration.ofHours(1)));
            visit(client, "second");
            clock.set(NOON.plusSeconds(20));
            visit(client, "third");

            assertThat(sessionsAsOf(client, NOON)).isZero();
            // The clock stood an hour behind when the second was recorded, which is told with the instant of the first.
            assertThat(sessionsAsOf(client, NOON.minus(Duration.ofMinutes(30)))).isZero();
            assertThat(sessionsAsOf(client, NOON.plusSeconds(10))).isEqualTo(2);
            assertThat(sessionsAsOf(client, NOON.plusSeconds(19))).isEqualTo(2);
            assertThat(sessionsAsOf(client, NOON.plusSeconds(20))).isEqualTo(3);
            assertThat(recordedInstants(client, NOON))
                    .containsExactly(
                            NOON.plusSeconds(10).toString(),
                            NOON.plusSeconds(10).toString(),
                            NOON.plusSeconds(20).toString());
        }
    }

    @Test
    void two_servers_whose_clocks_differ_record_in_one_order() throws Exception {
        var place = PostgresForTests.emptyPlace();
        var behind = Clock.offset(clock, Duration.ofHours(-5));
        try (var first = server("first", place, clock);
                var second = server("second", place, behind)) {
            var here = opened(first);
            var there = new Client(second.address(), Map.of("Authorization", here.header("Authorization")));
            SampleHistory.acknowledged(here, CAMPAIGN);
            for (int i = 1; i <= 3; i++) {
                clock.set(NOON.plusSeconds(i));
                visit(here, "here" + i);
                visit(there, "there" + i);
            }
            for (var client : List.of(here, there))
                assertThat(recordedInstants(client, NOON)).hasSize(6).isSorted();
        } finally {
            PostgresForTests.drop(place);
        }
    }

    /// With an `at` of their own, so that the clock decides nothing about them.
    private static void visit(Client client, String person) throws IOException {
        SampleHistory.acknowledged(client, """
                        {"type":"interaction","kind":"PAGE_VIEW","visitor":"%s","url":"https://example.com/?utm_campaign=c","at":"2026-06-01T10:00:00Z"}
                        """.formatted(person));
    }

    private static int sessionsAsOf(Client client, Instant instant) throws IOException {
        var answer = client.get("/api/v1/metrics?" + RANGE + "&asOf=" + instant);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("account").path("sessions").asInt();
    }

    private static List<String> recordedInstants(Client client, Instant since) throws IOException {
        var answer = client.get("/api/v1/campaigns/c/changes?" + RANGE + "&since=" + since);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var instants = new ArrayList<String>();
        for (var cause : answer.json().path("causes"))
            instants.add(cause.path("recordedAt").asString());
        return instants;
    }
}
