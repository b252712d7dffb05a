package tributary.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// After an erasure neither the person's address, names and properties nor the key they were sealed with are anywhere
/// in the data folder, in what the server printed, or in an export; figures stand.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ErasureTest {
    private static final int PEOPLE = 3_000;
    /// A waiting reader is looked for again each second.
    private static final int SECONDS_TO_WIPE = 15;

    @TempDir
    private Path folder;

    /// Something to look for, in words.
    record Trace(String what, byte[] bytes) {
        static Trace text(String text) {
            return new Trace(text, text.getBytes(UTF_8));
        }
    }

    private static String token(ServerProcess server) throws IOException {
        var opened =
                server.admin().ask("POST", "/api/v1/accounts", "application/json", "{\"name\":\"A\",\"id\":\"acme\"}");
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.json().path("accessToken").asString();
    }

    private static void send(Client client, String... lines) throws IOException {
        var answer = client.ask("POST", "/api/v1/history", "application/x-ndjson", String.join("\n", lines));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("rejected").asInt()).as(answer.text()).isZero();
    }

    /// Many people, in no order, so that tables have many pages that were split.
    private static void meetEverybody(Client client) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("{\"type\":\"campaign.create\",\"campaign\":\"c\",\"name\":\"C\"}");
        lines.add(
                "{\"type\":\"campaign.associate\",\"campaign\":\"c\",\"asset\":{\"type\":\"FORM\",\"id\":\"f\"},\"at\":\"2024-01-01T00:00:00Z\"}");
        for (int i = 0; i < PEOPLE; i++) {
            int person = (int) (i * 7_919L % PEOPLE);
            lines.add(
                    ("{\"type\":\"contact.create\",\"contact\":\"%d\",\"email\":\"%s\",\"at\":\"2024-02-01T00:00:00Z\","
                                    + "\"properties\":{\"firstname\":\"%s\"}}")
                            .formatted(person, address(person), name(person)));
            lines.add(
                    ("{\"type\":\"interaction\",\"kind\":\"FORM_SUBMISSION\",\"email\":\"%s\",\"at\":\"2024-03-01T00:00:00Z\","
                                    + "\"asset\":{\"type\":\"FORM\",\"id\":\"f\"}}")
                            .formatted(address(person)));
        }
        send(client, lines.toArray(String[]::new));
        // Found by an act, changed, and merged.
        send(
                client,
                "{\"type\":\"interaction\",\"kind\":\"FORM_SUBMISSION\",\"email\":\"walk-in@example.com\",\"asset\":{\"type\":\"FORM\",\"id\":\"f\"}}",
                "{\"type\":\"contact.change\",\"contact\":\"17\",\"email\":\"moved-17@example.com\",\"properties\":{\"phone\":\"phone-of-17\"}}",
                "{\"type\":\"contact.merge\",\"primary\":\"17\",\"merged\":\"18\"}");
    }

    private static String address(int person) {
        return "address-of-" + person + "@example.com";
    }

    private static String name(int person) {
        return "Name-of-" + person + "-";
    }

    static List<Trace> tracesOf(Path data, String... contacts) throws SQLException {
        var traces = new ArrayList<Trace>();
        try (var file = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"))) {
            for (var contact : contacts) {
                try (var ask = file.prepareStatement("select secret from contact_keys where contact = ?")) {
                    ask.setString(1, contact);
                    var row = ask.executeQuery();
                    assertThat(row.next()).as("key of " + contact).isTrue();
                    traces.add(new Trace("key of " + contact, row.getBytes(1)));
                }
                try (var ask = file.prepareStatement("select hash from addresses where contact = ?")) {
                    ask.setString(1, contact);
                    for (var row = ask.executeQuery(); row.next(); )
                        traces.add(new Trace("hash of an address of " + contact, row.getBytes(1)));
                }
            }
        }
        assertThat(traces).allSatisfy(trace -> assertThat(trace.bytes().length).isGreaterThanOrEqualTo(12));
        return traces;
    }

    private static List<String> found(Path data, List<Trace> traces) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var content = new String(Files.readAllBytes(file), ISO_8859_1);
                for (var trace : traces)
                    if (content.contains(new String(trace.bytes(), ISO_8859_1)))
                        found.add(trace.what() + " in " + file.getFileName());
            }
        }
        return found;
    }

    private static String contactOf(Client client, String address) throws IOException {
        var answer = client.get("/api/v1/contacts/email:" + address + "/journey");
        return answer.json().path("contact").asString();
    }

    private static String figures(Client client) throws IOException {
        return client.get("/api/v1/metrics").text().replaceAll("\"position\":\\d+", "");
    }

    private static void erase(Client client, String... contacts) throws IOException {
        var lines = new ArrayList<String>();
        for (var contact : contacts) lines.add("{\"type\":\"contact.erase\",\"contact\":\"" + contact + "\"}");
        send(client, lines.toArray(String[]::new));
    }

    @Test
    void nothing_personal_is_left_and_figures_stand() throws Exception {
        var data = folder.resolve("data");
        try (var server = ServerProcess.start(data)) {
            var client = Client.withToken(server.address(), token(server));
            meetEverybody(client);
            var walkIn = contactOf(client, "walk-in@example.com");
            var erased = List.of("17", "500", "501", walkIn);
            var gone = new ArrayList<>(tracesOf(data, "17", "18", "500", "501", walkIn));
            assertThat(found(data, gone)).isNotEmpty();
            var before = figures(client);

            erase(client, erased.toArray(String[]::new));

            for (var text : List.of(
                    "walk-in@",
                    "moved-17@",
                    "phone-of-17",
                    address(17),
                    address(18),
                    address(500),
                    address(501),
                    name(17),
                    name(18),
                    name(500),
                    name(501))) gone.add(Trace.text(text));
            assertThat(found(data, gone)).isEmpty();
            assertThat(found(data, tracesOf(data, "502"))).isNotEmpty();
            assertThat(figures(client)).isEqualTo(before);

            var export = client.get("/api/v1/history/export").text();
            assertThat(export).contains(address(502)).contains(name(502));
            for (var trace : gone) assertThat(export).doesNotContain(new String(trace.bytes(), UTF_8));
            assertThat(server.said()).noneMatch(line -> line.contains("@example.com") || line.contains("Name-of-"));
            // Addresses lie nowhere in the clear, those of people who were not erased neither.
            assertThat(found(data, List.of(Trace.text("@example.com")))).isEmpty();

            server.kill();
            assertThat(found(data, gone)).isEmpty();
        }
    }

    @Test
    void a_reader_delays_it_and_a_kill_in_between_is_made_up_for_at_the_next_start() throws Exception {
        var data = folder.resolve("data");
        Map<String, List<Trace>> gone = new LinkedHashMap<>();
        try (var server = ServerProcess.start(data)) {
            var client = Client.withToken(server.address(), token(server));
            meetEverybody(client);
            for (var person : List.of("600", "601")) gone.put(person, tracesOf(data, person));
            try (var _ = reader(data)) {
                erase(client, "600");
                assertThat(found(data, gone.get("600"))).isNotEmpty();
            }
            await(data, gone.get("600"));

            try (var _ = reader(data)) {
                erase(client, "601");
                server.kill();
            }
        }
        try (var server = ServerProcess.start(data)) {
            assertThat(server.address()).isNotEmpty();
            assertThat(found(data, gone.get("601"))).isEmpty();
        }
    }

    /// Someone who has begun to read a state of the file, as a backup does.
    private static Connection reader(Path data) throws SQLException {
        var reading = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"));
        reading.setAutoCommit(false);
        try (var ask = reading.createStatement()) {
            assertThat(ask.executeQuery("select count(*) from events").next()).isTrue();
        }
        return reading;
    }

    private static void await(Path data, List<Trace> traces) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_WIPE);
        while (!found(data, traces).isEmpty() && System.nanoTime() < end)
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        assertThat(found(data, traces)).isEmpty();
    }
}
