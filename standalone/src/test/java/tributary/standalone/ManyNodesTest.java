package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Two nodes that take what is sent and two that answer, each a process, on one PostgreSQL and one MongoDB: the
/// scenarios hold whichever of them a request reaches.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ManyNodesTest {
    private static final Path TOOLS = Checkout.root().resolve("standalone/src/test/launcher");
    private static final Path RUNNER = Checkout.root().resolve("standalone/src/test/acceptance/run.py");

    /// Of some thousands that a run sends.
    private static final int REQUESTS_BEFORE_THE_KILL = 800;

    private static final int ACCOUNTS = 16;
    private static final Duration SHORTEST_OUTAGE = Duration.ofSeconds(5);
    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(1);

    @TempDir
    private static Path folder;

    private Map<String, String> nodes;

    /// PostgreSQL does not run as root, and must come to its folder all the same.
    @BeforeAll
    static void others_may_pass_through_the_folder() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @BeforeEach
    void all_nodes_run() throws Exception {
        nodes = cluster("start", folder.resolve("cluster").toString())
                .lines()
                .collect(Collectors.toMap(line -> line.split(" ")[0], line -> line.split(" ")[1]));
        assertThat(nodes).containsOnlyKeys("command-1", "command-2", "query-1", "query-2");
    }

    @AfterAll
    static void all_nodes_end() throws Exception {
        cluster("stop", folder.resolve("cluster").toString());
    }

    @Test
    void every_scenario_holds_whichever_node_a_request_reaches() throws Exception {
        try (var spreader = new Spreader(nodes.values())) {
            assertHolds(scenarios(spreader.address));

            assertThat(spreader.passed())
                    .hasSize(4)
                    .allSatisfy(passed -> assertThat(passed.asInt()).isGreaterThan(100));
        }
    }

    @Test
    void and_when_a_node_that_answers_is_killed_in_the_middle() throws Exception {
        try (var spreader = new Spreader(nodes.values())) {
            var run = scenarios(spreader.address, "--patience", "60");
            while (run.isAlive() && spreader.passedByAll() < REQUESTS_BEFORE_THE_KILL)
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            cluster("kill", folder.resolve("cluster").toString(), "query-1");
            assertThat(run.isAlive()).as("the scenarios go on").isTrue();

            assertHolds(run);
        }
    }

    /// Sixteen accounts of which each query node has half. What was acknowledged is in every answer, whether a node
    /// had it ready, or it was published, or the next owner was waited for.
    @Test
    void and_no_report_lacks_anything_while_accounts_change_hands() throws Exception {
        var admin = Files.readString(folder.resolve("cluster/admin-token")).strip();
        var tokens = new ArrayList<String>();
        for (var number = 0; number < ACCOUNTS; number++) tokens.add(account(admin, number));
        awaitPublished(tokens.size());

        cluster("kill", folder.resolve("cluster").toString(), "query-2");
        var stale = 0;
        for (var token : tokens) if (sessions(token, 2).path("stale").asBoolean()) stale++;
        assertThat(stale).as("of the accounts of the node that was killed").isBetween(1, ACCOUNTS - 1);

        for (var token : tokens) send(token, visit(3));
        for (var token : tokens) assertThat(sessions(token, 3).has("stale")).isFalse();
    }

    /// Nodes need MongoDB to find each other and to publish, not to be right.
    @Test
    void and_while_MongoDB_is_away() throws Exception {
        var token =
                account(Files.readString(folder.resolve("cluster/admin-token")).strip(), ACCOUNTS);
        var visits = 2;
        assertThat(sessions(token, visits).has("stale")).isFalse();

        mongod("stop", "crash");
        var away = System.nanoTime();
        var stale = false;
        while (!stale || System.nanoTime() - away < SHORTEST_OUTAGE.toNanos()) {
            assertThat(System.nanoTime() - away).as("told in time").isLessThan(LONGEST_OUTAGE.toNanos());
            send(token, visit(++visits));
            stale = sessions(token, visits).path("stale").asBoolean();
        }

        mongod("start");
        var back = System.nanoTime();
        while (sessions(token, visits).path("stale").asBoolean()) {
            assertThat(System.nanoTime() - back).as("recovered in time").isLessThan(LONGEST_OUTAGE.toNanos());
            send(token, visit(++visits));
        }
    }

    private static void mongod(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(TOOLS.resolve("mongod.sh").toString(), arguments[0]));
        command.add(folder.resolve("cluster/mongod").toString());
        command.addAll(List.of(arguments).subList(1, arguments.length));
        assertThat(new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
    }

    private String account(String admin, int number) throws IOException {
        var made = Client.withToken(nodes.get("command-1"), admin)
                .ask(
                        "POST",
                        "/api/v1/accounts",
                        "application/json",
                        "{\"name\": \"Number %d\", \"id\": \"n%d\"}".formatted(number, number));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var token = made.json().get("accessToken").asString();
        send(token, """
                {"type": "campaign.create", "campaign": "c", "name": "C", "at": "2024-01-01T00:00:00Z"}
                {"type": "campaign.associate", "campaign": "c", "at": "2024-01-01T00:00:00Z",\
                 "asset": {"type": "LANDING_PAGE", "id": "p"}}
                """ + visit(1) + visit(2));
        return token;
    }

    private static String visit(int number) {
        return """
                {"type": "interaction", "kind": "PAGE_VIEW", "visitor": "v%d", "at": "2024-02-01T00:00:00Z",\
                 "asset": {"type": "LANDING_PAGE", "id": "p"}}
                """.formatted(number);
    }

    /// To a node that takes no lines itself.
    private void send(String token, String lines) throws IOException {
        var answer = Client.withToken(nodes.get("query-1"), token)
                .ask("POST", "/api/v1/history", "application/x-ndjson", lines);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("rejected").asInt()).as(answer.text()).isZero();
    }

    /// Asked of a node that has no journeys itself.
    private JsonNode sessions(String token, int expected) throws IOException {
        var answer = Client.withToken(nodes.get("command-2"), token).get("/api/v1/campaigns/c/metrics");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("sessions").asInt()).as(answer.text()).isEqualTo(expected);
        return answer.json();
    }

    /// Until both visits of each account are published.
    private static void awaitPublished(int accounts) throws IOException {
        var address = Files.readString(folder.resolve("cluster/mongod.address")).strip();
        try (var client = MongoClients.create(address)) {
            var days = client.getDatabase("tributary").getCollection("campaignDays");
            var ofVisits = new Document("_id.campaign", "c").append("sessions", 2);
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (days.countDocuments(ofVisits) < accounts) {
                assertThat(System.nanoTime()).as("published in time").isLessThan(end);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    private static String cluster(String... arguments) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(List.of("python3", TOOLS.resolve("cluster.py").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put(
                        "TRIBUTARY_TEST_SERVE",
                        ServerProcess.program().stream()
                                .map(word -> "'" + word + "'")
                                .collect(Collectors.joining(" ")));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static Process scenarios(String address, String... options) throws IOException {
        var token = Files.readString(folder.resolve("cluster/admin-token")).strip();
        var command = new ArrayList<>(List.of("python3", RUNNER.toString(), "--base", address, "--admin-token", token));
        command.addAll(List.of("--without", "hubspot", "--jobs", "8"));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static void assertHolds(Process scenarios) throws IOException, InterruptedException {
        var said = new String(scenarios.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(scenarios.waitFor()).as(said).isZero();
        assertThat(said.lines().toList().getLast()).matches("[1-9]\\d* passed, 0 failed");
    }

    /// Hands requests on to one node after the other.
    private static final class Spreader implements AutoCloseable {
        private final Process process;
        private final String address;

        Spreader(Iterable<String> addresses) throws IOException {
            var command = new ArrayList<>(
                    List.of("python3", TOOLS.resolve("spread.py").toString(), "--with-input"));
            addresses.forEach(command::add);
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            address = new BufferedReader(process.inputReader()).readLine();
        }

        /// How many requests each node was handed.
        JsonNode passed() throws IOException {
            return new Client(address, Map.of()).get("/-/passed").json();
        }

        int passedByAll() throws IOException {
            return passed().valueStream().mapToInt(JsonNode::asInt).sum();
        }

        @Override
        public void close() throws IOException {
            process.getOutputStream().close();
            process.onExit().join();
        }
    }
}
