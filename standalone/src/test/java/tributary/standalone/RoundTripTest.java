package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tributary.standalone.sample.SampleYear;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;

/// An export, imported into an empty account, gives the same answer to everything, and is exported the same again.
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoundTripTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int RANDOM_LINES = 1_500;

    @TempDir
    private static Path folder;

    private static Server server;
    private final StringWriter output = new StringWriter();

    @BeforeAll
    static void a_server() {
        server = Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve("data"), null, null));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private record Account(String token, String writeKey) {
        static Account open(Map<String, Object> settings) throws IOException {
            var admin = Client.withToken(server.address(), server.adminSecret());
            var opened = admin.ask("POST", "/api/v1/accounts", "application/json", JSON.writeValueAsString(settings));
            assertThat(opened.status()).as(opened.text()).isEqualTo(201);
            return new Account(
                    opened.json().path("accessToken").asString(),
                    opened.json().path("writeKey").asString());
        }

        static Account empty() throws IOException {
            return open(Map.of("name", "Empty", "currency", "JPY", "timeZone", "America/New_York"));
        }

        Client client() {
            return Client.withToken(server.address(), token);
        }
    }

    private void run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        int status = Tributary.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(output))
                .execute(all.toArray(String[]::new));
        assertThat(status)
                .as(() -> arguments[0] + ": " + output + refusedLines())
                .isZero();
    }

    private static String refusedLines() {
        try (var files = Files.list(folder)) {
            var text = new StringBuilder();
            for (var file : files.filter(each -> each.toString().endsWith(".rejected.ndjson"))
                    .toList())
                Files.readAllLines(file).stream()
                        .limit(3)
                        .forEach(line -> text.append(line).append('\n'));
            return text.toString();
        } catch (IOException failure) {
            return failure.toString();
        }
    }

    private Path exported(Account account, String name) {
        var file = folder.resolve(name);
        run("export", "--out", file.toString(), "--url", server.address(), "--token", account.token());
        return file;
    }

    private void imported(Path file, Account into) {
        run("import", file.toString(), "--url", server.address(), "--token", into.token());
    }

    private static void send(Account account, List<String> lines) throws IOException {
        for (int from = 0; from < lines.size(); from += 5_000) {
            var part = lines.subList(from, Math.min(from + 5_000, lines.size()));
            var answer =
                    account.client().ask("POST", "/api/v1/history", "application/x-ndjson", String.join("\n", part));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
    }

    private void assertThatTheRoundTripChangesNothing(Account account, String name) throws IOException {
        var file = exported(account, name + ".ndjson.zst");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        var other = Account.empty();
        imported(file, other);

        var answers = EveryReport.of(account.client());
        assertThat(answers).hasSizeGreaterThan(100);
        var again = EveryReport.of(other.client());
        assertThat(again).containsOnlyKeys(answers.keySet());
        answers.forEach((path, answer) -> assertThat(again.get(path)).as(path).isEqualTo(answer));

        var first = Files.readAllLines(exported(account, name + ".ndjson"));
        var second = Files.readAllLines(exported(other, name + ".again.ndjson"));
        assertThat(ordered(second, false)).isEqualTo(ordered(first, false));
        assertThat(ordered(second, true)).isEqualTo(ordered(first, true));
    }

    /// Interactions of a chunk stand behind the other facts of it, so each keeps an order of its own. An act of a
    /// contact that is merged in the same chunk may stand behind the merger, and then is the survivor's.
    private static List<String> ordered(List<String> lines, boolean acts) {
        var survivors = new HashMap<String, String>();
        for (var line : lines) {
            var read = JSON.readTree(line);
            if (read.path("type").asString().equals("contact.merge"))
                survivors.put(
                        read.path("merged").asString(), read.path("primary").asString());
        }
        return lines.stream()
                .filter(line -> acts == line.startsWith("{\"type\":\"interaction\""))
                .map(line -> acts ? named(line, survivors) : line)
                .toList();
    }

    private static String named(String line, Map<String, String> survivors) {
        var contact = JSON.readTree(line).path("contact").asString(null);
        var survivor = contact;
        while (survivors.containsKey(survivor)) survivor = survivors.get(survivor);
        return contact == null
                ? line
                : line.replace("\"contact\":\"" + contact + "\"", "\"contact\":\"" + survivor + "\"");
    }

    @Test
    void a_year() throws IOException {
        var account = Account.open(SampleYear.account());
        var lines = new ArrayList<String>();
        new SampleYear(3).tell(line -> lines.add(JSON.writeValueAsString(line)));
        send(account, lines);
        assertThatTheRoundTripChangesNothing(account, "year");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 6})
    void a_made_up_history(long seed) throws IOException {
        var account = Account.open(Map.of("name", "Made up " + seed, "currency", "EUR", "tier", "ALL"));
        send(account, new RandomLines(seed, "line-").make(RANDOM_LINES));
        // Another sender, who has the same ids for other acts.
        send(
                new Account(account.writeKey(), ""),
                new RandomLines(seed + 100, "line-")
                        .make(RANDOM_LINES).stream()
                                .filter(line -> line.startsWith("{\"type\":\"interaction\""))
                                .toList());
        assertThatTheRoundTripChangesNothing(account, "made-up-" + seed);
    }

    @Test
    void rule_sets_of_its_own_go_with_it() throws IOException {
        var account = Account.open(Map.of("name", "Own rules"));
        send(account, new RandomLines(7, null).make(RANDOM_LINES));
        rules(account, "own", "{\"base\":\"2024-11\",\"sessionGapMinutes\":45}");
        rules(account, "own-2", "{\"base\":\"own\",\"adsInfluence\":false}");
        var active = account.client().ask("PATCH", "/api/v1/account", "application/json", "{\"ruleSet\":\"own-2\"}");
        assertThat(active.status()).as(active.text()).isEqualTo(200);
        assertThatTheRoundTripChangesNothing(account, "rules");
    }

    private static void rules(Account account, String name, String definition) throws IOException {
        var made = account.client().ask("PUT", "/api/v1/rule-sets/" + name, "application/json", definition);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }
}
