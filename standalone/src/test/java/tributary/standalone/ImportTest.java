package tributary.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tributary.standalone.HistoryTaker.Answer;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;

/// `import` sends every line until it is acknowledged, in order, goes on where it was cut off, and gives back what was
/// refused.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportTest {
    private static final int LINES = 35_000;

    @TempDir
    private Path folder;

    private HistoryTaker server;
    private final StringWriter output = new StringWriter();

    @BeforeEach
    void a_server() throws IOException {
        server = new HistoryTaker();
    }

    @AfterEach
    void end() {
        server.close();
    }

    private int run(String address, String token, Path... files) {
        var arguments = new ArrayList<>(List.of("import", "--url", address, "--token", token, "--patience", "5"));
        for (var file : files) arguments.add(file.toString());
        return Tributary.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(output))
                .execute(arguments.toArray(String[]::new));
    }

    private int send(Path... files) {
        return run(server.address(), "any", files);
    }

    private static String view(int number, String more) {
        return "{\"type\":\"interaction\",\"kind\":\"PAGE_VIEW\",\"visitor\":\"v%d\",\"at\":\"2025-01-01T00:00:00Z\"%s}"
                .formatted(number, more);
    }

    private static List<String> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> view(number, ",\"id\":\"line-" + number + "\""))
                .toList();
    }

    private Path file(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }

    @Test
    void lines_go_in_order_whatever_they_are_packed_with() throws IOException {
        var lines = lines(1_000);
        var text = String.join("\n", lines).getBytes(UTF_8);
        var gzip = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(gzip)) {
            packing.write(text);
        }
        var files = List.of(
                Files.write(folder.resolve("plain.ndjson"), text),
                Files.write(folder.resolve("packed.gz"), gzip.toByteArray()),
                Files.write(folder.resolve("packed.zst"), Zstd.compress(text)));

        assertThat(send(files.toArray(Path[]::new))).as(output.toString()).isZero();
        assertThat(server.requests())
                .hasSize(3)
                .allSatisfy(request -> assertThat(request).isEqualTo(lines));
        assertThat(output.toString()).contains("1,000 lines accepted");
    }

    @Test
    void what_was_cut_off_goes_on_behind_the_last_acknowledged_request() throws IOException {
        var lines = lines(LINES);
        var file = file("history.ndjson", lines);
        server.answering(request -> request == 3 ? Answer.REFUSED : Answer.TAKEN);
        assertThat(send(file)).isEqualTo(1);
        assertThat(folder.resolve("history.ndjson.import")).exists();

        assertThat(send(file)).as(output.toString()).isZero();
        var sent = server.requests();
        assertThat(sent.get(2)).isEqualTo(sent.get(3));
        var taken = server.lines();
        taken.subList(
                        sent.get(0).size() + sent.get(1).size(),
                        sent.get(0).size() + sent.get(1).size() + sent.get(2).size())
                .clear();
        assertThat(taken).isEqualTo(lines);
        assertThat(output.toString()).contains("35,000 lines accepted; 15,000 sent");
        assertThat(folder.resolve("history.ndjson.import")).doesNotExist();
    }

    @Test
    void a_busy_server_and_lost_answers_are_waited_out_and_ids_make_the_repeats_harmless() throws IOException {
        var withoutIds =
                IntStream.range(0, LINES).mapToObj(number -> view(number, "")).toList();
        var file = file("history.ndjson", withoutIds);
        server.answering(request -> switch (request) {
            case 2 -> Answer.BUSY;
            case 3 -> Answer.LOST;
            default -> Answer.TAKEN;
        });
        assertThat(send(file)).as(output.toString()).isZero();

        var sent = server.requests();
        assertThat(sent).hasSize(6);
        assertThat(sent.get(1)).isEqualTo(sent.get(2)).isEqualTo(sent.get(3));
        var once = new HashSet<>(server.lines());
        assertThat(once).hasSize(LINES).allMatch(line -> line.contains("\"id\":\"import-"));
        assertThat(once.stream()
                        .map(line -> line.replaceFirst("\"id\":\"[^\"]+\",", ""))
                        .collect(Collectors.toSet()))
                .isEqualTo(new HashSet<>(withoutIds));
    }

    @Test
    void an_import_that_goes_on_gives_lines_the_ids_that_they_had_before() throws IOException {
        var withoutIds =
                IntStream.range(0, LINES).mapToObj(number -> view(number, "")).toList();
        var file = file("history.ndjson", withoutIds);
        server.answering(request -> request == 2 ? Answer.REFUSED : Answer.TAKEN);
        send(file);
        send(file);
        assertThat(server.requests().get(2)).isEqualTo(server.requests().get(1));

        // Another import is another intention: without ids of their own the lines are new ones.
        send(file);
        assertThat(new HashSet<>(server.lines())).hasSize(2 * LINES);
    }

    @Test
    void a_file_that_changed_before_the_place_of_the_cut_is_not_gone_on_with() throws IOException {
        var file = file("history.ndjson", lines(LINES));
        server.answering(request -> request == 3 ? Answer.REFUSED : Answer.TAKEN);
        send(file);
        Files.writeString(file, Files.readString(file).replaceFirst("v17\"", "v18\""));
        assertThat(send(file)).isEqualTo(1);
        assertThat(output.toString()).contains("is not what it was when its import was cut off");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void patience_has_an_end_that_says_how_to_go_on() throws IOException {
        server.answering(_ -> Answer.BUSY);
        assertThat(send(file("history.ndjson", lines(10)))).isEqualTo(1);
        assertThat(output.toString())
                .contains("gave up after 5 seconds")
                .contains("the same command goes on from there");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThat(send(folder.resolve("none"))).isEqualTo(1);
        assertThat(output.toString()).contains("there is no file").doesNotContain("\tat ");
    }

    @Test
    void refused_lines_come_back_with_their_reasons_and_can_be_corrected_and_imported() throws IOException {
        var data = folder.resolve("data");
        try (var real = Server.start(new ServerSettings("127.0.0.1", 0, data, null, null))) {
            var admin = Client.withToken(real.address(), real.adminSecret());
            var token = admin.ask("POST", "/api/v1/accounts", "application/json", "{\"name\":\"Example\"}")
                    .json()
                    .path("accessToken")
                    .asString();
            var lines = IntStream.range(0, 1_000)
                    .mapToObj(number -> number % 4 == 1
                            ? view(number, ",\"contact\":\"nobody-" + number + "\"")
                            : number == 6 ? "no JSON" : number == 10 ? "" : view(number, ""))
                    .toList();
            var file = file("history.ndjson", lines);

            assertThat(run(real.address(), token, file)).isEqualTo(1);
            assertThat(output.toString()).contains("748 lines accepted").contains("251 lines REFUSED");
            var rejected = folder.resolve("history.ndjson.rejected.ndjson");
            assertThat(Files.getPosixFilePermissions(rejected)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            var told = Files.readAllLines(rejected).stream()
                    .map(JsonMapper.shared()::readTree)
                    .toList();
            assertThat(told).hasSize(251);
            assertThat(told.getFirst().path("contact").asString()).isEqualTo("nobody-1");
            assertThat(told.getFirst().has("id")).isFalse();
            assertThat(told.getFirst().path("rejected").path("line").asInt()).isEqualTo(2);
            assertThat(told.getFirst().path("rejected").path("detail").asString())
                    .contains("there is no contact nobody-1");
            assertThat(told.get(2).path("text").asString()).isEqualTo("no JSON");

            Files.writeString(
                    rejected,
                    Files.readAllLines(rejected).stream()
                            .filter(line -> !line.contains("no JSON"))
                            .map(line -> line.replaceFirst("\"contact\":\"[^\"]+\",?", ""))
                            .collect(Collectors.joining("\n")));
            assertThat(run(real.address(), token, rejected))
                    .as(output.toString())
                    .isZero();
            assertThat(output.toString()).contains("250 lines accepted");
        }
    }
}
