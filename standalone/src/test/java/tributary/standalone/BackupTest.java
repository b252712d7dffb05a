package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;

/// A backup is one whole state of a serving server, and comes back as it was, or not at all.
@DisplayNameGeneration(ReplaceUnderscores.class)
class BackupTest {
    private static final int PIECE = 200;

    @TempDir
    private Path folder;

    private final StringWriter output = new StringWriter();

    private int run(Object... arguments) {
        return Tributary.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(output))
                .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    }

    private Server server(String data) {
        return Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve(data), null, null));
    }

    private static String token(Server server) throws IOException {
        var opened = Client.withToken(server.address(), server.adminSecret())
                .ask("POST", "/api/v1/accounts", "application/json", "{\"name\":\"A\"}");
        return opened.json().path("accessToken").asString();
    }

    private static void send(Client client, List<String> lines) throws IOException {
        var answer = client.ask("POST", "/api/v1/history", "application/x-ndjson", String.join("\n", lines));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static List<String> exported(Client client) throws IOException {
        var lines = client.get("/api/v1/history/export").text().lines().toList();
        return lines.subList(0, lines.size() - 1);
    }

    private byte[] unpacked(Path file) throws IOException {
        try (var in = new ZstdInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    @Test
    void what_was_acknowledged_before_is_in_it_while_others_go_on_writing() throws Exception {
        var file = folder.resolve("backup.zst");
        List<String> before;
        List<String> all;
        String token;
        try (var server = server("data")) {
            token = token(server);
            var client = Client.withToken(server.address(), token);
            send(client, new RandomLines(1, "before-").make(2_000));
            before = exported(client);

            var enough = new AtomicBoolean();
            var pieces = new AtomicInteger();
            var writing = Thread.ofVirtual().start(() -> {
                while (!enough.get())
                    try {
                        send(client, piece(pieces.incrementAndGet()));
                    } catch (IOException failure) {
                        throw new AssertionError(failure);
                    }
            });
            while (pieces.get() < 3) Thread.onSpinWait();
            assertThat(run("backup", file, "--data", folder.resolve("data")))
                    .as(output.toString())
                    .isZero();
            int during = pieces.get();
            while (pieces.get() < during + 3) Thread.onSpinWait();
            enough.set(true);
            writing.join();
            all = exported(client);
        }
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("data", "backup.zst");

        assertThat(run("restore", file, "--data", folder.resolve("restored")))
                .as(output.toString())
                .isZero();
        try (var server = server("restored")) {
            var restored = exported(Client.withToken(server.address(), token));
            assertThat(restored.size()).isBetween(before.size(), all.size() - 1);
            assertThat(restored.equals(all.subList(0, restored.size())))
                    .as("the lines of the backup are the first of all")
                    .isTrue();
        }
    }

    /// Without what changes how all of the history goes out: settings stand at its beginning, and who is erased is so
    /// in
    /// what was said before.
    private static List<String> piece(int number) {
        return new RandomLines(number, "piece-" + number + "-")
                .make(PIECE).stream()
                        .filter(line -> !line.contains("account.change") && !line.contains("contact.erase"))
                        .toList();
    }

    @Test
    void it_is_written_over_only_on_demand_and_restored_only_where_nothing_is() throws IOException {
        var file = folder.resolve("backup.zst");
        try (var server = server("data")) {
            token(server);
        }
        assertThat(run("backup", file, "--data", folder.resolve("data")))
                .as(output.toString())
                .isZero();
        assertThat(run("backup", file, "--data", folder.resolve("data"))).isEqualTo(1);
        assertThat(output.toString()).contains("is there already");
        assertThat(run("backup", "--force", file, "--data", folder.resolve("data")))
                .isZero();

        var kept = Files.readAllBytes(folder.resolve("data/events.db"));
        assertThat(run("restore", file, "--data", folder.resolve("data"))).isEqualTo(1);
        assertThat(output.toString()).contains("holds facts already");
        assertThat(Files.readAllBytes(folder.resolve("data/events.db"))).isEqualTo(kept);
    }

    @Test
    void what_is_no_whole_backup_is_refused_and_nothing_of_it_stays() throws IOException {
        var file = folder.resolve("backup.zst");
        try (var server = server("data")) {
            token(server);
        }
        assertThat(run("backup", file, "--data", folder.resolve("data"))).isZero();
        var whole = Files.readAllBytes(file);

        for (int at : new int[] {whole.length / 2, whole.length - 1}) {
            var damaged = whole.clone();
            damaged[at] ^= 1;
            assertThat(restored(damaged)).contains("is damaged");
        }
        assertThat(restored(Arrays.copyOf(whole, whole.length - 10))).contains("is damaged or cut off");
        assertThat(restored(Arrays.copyOf(whole, 12))).contains("is no backup of Tributary");
        assertThat(restored("something else".getBytes(StandardCharsets.UTF_8))).contains("is no backup of Tributary");
        assertThat(restored(new byte[0])).contains("is no backup of Tributary");
        var later = whole.clone();
        int format = new String(whole, StandardCharsets.ISO_8859_1).indexOf("\"format\":1") + "\"format\":".length();
        later[format] = '7';
        assertThat(restored(later)).contains("format 7; this program knows format 1");
        assertThat(folder.resolve("target").toFile().list()).containsExactly("lock");
    }

    @Test
    void a_backup_that_is_not_there_is_told_so() {
        var missing = folder.resolve("missing.zst");

        assertThat(run("restore", missing, "--data", folder.resolve("target"))).isEqualTo(1);
        assertThat(output.toString()).contains("there is no file " + missing).doesNotContain("Exception");
    }

    private String restored(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("changed.zst"), content);
        output.getBuffer().setLength(0);
        assertThat(run("restore", file, "--data", folder.resolve("target"))).isEqualTo(1);
        assertThat(output.toString()).doesNotContain("\tat ");
        return output.toString();
    }

    @Test
    void a_common_zstd_gives_the_database_and_who_was_erased_is_not_in_it() throws Exception {
        var file = folder.resolve("backup.zst");
        try (var server = server("data")) {
            var client = Client.withToken(server.address(), token(server));
            send(
                    client,
                    List.of(
                            "{\"type\":\"contact.create\",\"contact\":\"17\",\"email\":\"anna@example.com\"}",
                            "{\"type\":\"contact.create\",\"contact\":\"18\",\"email\":\"bob@example.com\"}"));
            var keys = ErasureTest.tracesOf(folder.resolve("data"), "17", "18");
            send(client, List.of("{\"type\":\"contact.erase\",\"contact\":\"17\"}"));
            assertThat(run("backup", file, "--data", folder.resolve("data"))).isZero();
            var database = new String(unpacked(file), StandardCharsets.ISO_8859_1);
            assertThat(database).startsWith("SQLite format 3");
            assertThat(keys)
                    .filteredOn(key -> database.contains(new String(key.bytes(), StandardCharsets.ISO_8859_1)))
                    .isNotEmpty()
                    .allMatch(key -> key.what().endsWith("of 18"));
        }
    }

    @Test
    void stores_that_it_cannot_back_up_are_told() {
        assertThat(run("backup", folder.resolve("b"), "--data", folder.resolve("none")))
                .isEqualTo(1);
        assertThat(output.toString()).contains("there is no event store at").doesNotContain("\tat ");
        assertThat(run("backup", folder.resolve("b"), "--events", "postgresql://me:secret@127.0.0.1/db"))
                .isEqualTo(1);
        assertThat(output.toString()).contains("pg_dump").doesNotContain("secret");
        assertThat(folder.resolve("b")).doesNotExist();
    }
}
