package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;
import tributary.store.PostgresForTests;

/// A server that is killed again and again while it takes history loses nothing that it acknowledged, doubles nothing,
/// and has the figures of a server that got each line once and in order.
///
/// `-Dtributary.test.kills=200` kills more often; `-Dtributary.test.seed=N` repeats the choices of a run.
@DisplayNameGeneration(ReplaceUnderscores.class)
class KillTest {
    private static final int KILLS = Integer.getInteger("tributary.test.kills", 20);
    private static final long SEED = Long.getLong("tributary.test.seed", System.currentTimeMillis());
    private static final int KILLS_OF_ONE_HISTORY = 20;
    /// Of so many kills one is with PostgreSQL.
    private static final int ONE_OF = 4;
    private static final int SENDERS = 4;
    private static final int SHORTEST_LIFE_MILLIS = 50;
    private static final int LONGEST_LIFE_MILLIS = 1_500;
    private static final List<String> MODELS = List.of("LINEAR", "W_SHAPED", "TIME_DECAY");
    private static final Pattern ACT = Pattern.compile("\"id\":\"(line-\\d+-\\d+)\"");

    @TempDir
    private Path folder;

    private Server undisturbed;
    private Client reference;

    @BeforeEach
    void a_server_that_is_not_killed() throws IOException {
        undisturbed = Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve("undisturbed"), null, null));
        var admin = Client.withToken(undisturbed.address(), undisturbed.adminSecret());
        reference = Client.withToken(undisturbed.address(), SampleHistory.openedAccount(admin));
    }

    @AfterEach
    void it_ends() {
        undisturbed.close();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(SEED, SEED + (KILLS - 1) / KILLS_OF_ONE_HISTORY);
    }

    private static int killsOfOneHistory() {
        return Math.min(KILLS, KILLS_OF_ONE_HISTORY);
    }

    private static int killsWithPostgres() {
        return Math.ceilDiv(killsOfOneHistory(), ONE_OF);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void with_its_facts_in_SQLite(long seed) throws Exception {
        killAgainAndAgain(seed, killsOfOneHistory() - killsWithPostgres());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void with_its_facts_in_PostgreSQL(long seed) throws Exception {
        var place = PostgresForTests.emptyPlace();
        try {
            killAgainAndAgain(seed, killsWithPostgres(), "--events", place);
        } finally {
            PostgresForTests.drop(place);
        }
    }

    private void killAgainAndAgain(long seed, int kills, String... options) throws Exception {
        var outbox = new Outbox(seed);
        var random = new Random(seed);
        String token;
        System.out.println("KillTest: " + kills + " kills, seed " + seed);
        try (var server = ServerProcess.start(folder.resolve("killed"), options)) {
            token = SampleHistory.openedAccount(server.admin());
            outbox.tellOfTheCompany(Client.withToken(server.address(), token));
            killInTheMiddle(server, token, outbox, random);
        }
        for (int killed = 1; killed <= kills; killed++)
            try (var server = ServerProcess.start(folder.resolve("killed"), options)) {
                var client = Client.withToken(server.address(), token);
                assertNothingIsLostOrDoubled(client, outbox);
                outbox.finishWhatWasBegun(client);
                assertFiguresAreThoseOfTheUndisturbed(client, outbox);
                if (killed < kills) killInTheMiddle(server, token, outbox, random);
            }
        assertThatAllIsAsItShouldBe(options);
    }

    private static void killInTheMiddle(ServerProcess server, String token, Outbox outbox, Random random) {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var client = Client.withToken(server.address(), token);
            var sending = Stream.generate(() -> CompletableFuture.runAsync(() -> outbox.sendTo(client), senders))
                    .limit(SENDERS)
                    .toList();
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(random.nextInt(SHORTEST_LIFE_MILLIS, LONGEST_LIFE_MILLIS)));
            server.kill();
            sending.forEach(CompletableFuture::join);
        }
    }

    private static void assertNothingIsLostOrDoubled(Client client, Outbox outbox) throws IOException {
        var lines = client.get("/api/v1/history/export").text().lines().toList();
        assertThat(new HashSet<>(lines)).as("lines that are there once").hasSameSizeAs(lines);
        var acts = new HashSet<String>();
        for (var line : lines)
            if (line.startsWith("{\"type\":\"interaction\"")) {
                var id = ACT.matcher(line);
                assertThat(id.find()).as(line).isTrue();
                assertThat(acts.add(id.group(1))).as(line).isTrue();
            }
        assertThat(without(outbox.acknowledgedActs(), acts))
                .as("acknowledged, and lost")
                .isEmpty();
        assertThat(without(acts, outbox.sentActs())).as("never sent").isEmpty();
    }

    private void assertThatAllIsAsItShouldBe(String... options) {
        var output = new StringWriter();
        var arguments = Stream.concat(
                Stream.of("verify", "--data", folder.resolve("killed").toString()), Stream.of(options));
        var verify = Tributary.commandLine().setOut(new PrintWriter(output)).setErr(new PrintWriter(output));
        assertThat(verify.execute(arguments.toArray(String[]::new)))
                .as(output.toString())
                .isZero();
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private void assertFiguresAreThoseOfTheUndisturbed(Client client, Outbox outbox) throws Exception {
        SampleHistory.acknowledged(reference, outbox.newlyAcknowledged());
        assertThat(SampleHistory.figures(client, MODELS)).isEqualTo(SampleHistory.figures(reference, MODELS));
        SampleHistory.assertThatAReplayFindsNoDifference(client);
    }
}
