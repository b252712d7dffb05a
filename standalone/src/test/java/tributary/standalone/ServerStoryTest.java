package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tributary.standalone.server.CannotServe;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;

/// How a server treats those who call it, and the folder it lives in.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ServerStoryTest {
    private static final String PROBLEM = "application/problem+json";

    @TempDir
    private static Path folder;

    private static Server server;
    private static Client nobody;
    private static Client admin;
    private static Client example;
    private static Client other;

    @BeforeAll
    static void a_server_with_two_accounts() throws IOException {
        server = Server.start(settings());
        nobody = new Client(server.address(), Map.of());
        admin = Client.withToken(server.address(), server.adminSecret());
        example = Client.withToken(server.address(), opened("example"));
        other = Client.withToken(server.address(), opened("other"));
    }

    @AfterAll
    static void the_server_ends() {
        server.close();
    }

    private static ServerSettings settings() {
        return new ServerSettings("127.0.0.1", 0, folder.resolve("data"), null, null);
    }

    private static String opened(String id) throws IOException {
        var answer = admin.ask("POST", "/api/v1/accounts", "application/json", """
                {"id": "%s", "name": "An account"}""".formatted(id));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("accessToken").asString();
    }

    @Test
    void it_says_that_it_is_ready() throws Exception {
        assertThat(nobody.get("/actuator/health/readiness")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
        assertThat(nobody.get("/actuator/health/liveness").json().path("status").asString())
                .isEqualTo("UP");
    }

    @Test
    void without_a_token_it_answers_nobody() throws Exception {
        assertProblem(nobody.get("/api/v1/account"), 401, "unauthenticated");
        assertProblem(Client.withToken(server.address(), "guessed").get("/api/v1/account"), 401, "unauthenticated");
        assertProblem(
                new Client(server.address(), Map.of("Authorization", "Basic eDp5")).get("/api/v1/account"),
                401,
                "unauthenticated");
        assertProblem(nobody.get("/actuator/../api/v1/account"), 401, "unauthenticated");
        assertProblem(nobody.get("/"), 401, "unauthenticated");
    }

    @Test
    void a_token_reaches_its_own_account_only() throws Exception {
        assertThat(example.get("/api/v1/account").json().path("id").asString()).isEqualTo("example");
        assertThat(other.get("/api/v1/account").json().path("id").asString()).isEqualTo("other");
        var stranger = new Client(
                server.address(), Map.of("Authorization", "Bearer " + token(other), "Tributary-Account", "example"));
        assertProblem(stranger.get("/api/v1/account"), 404, "unknown-account");
    }

    @Test
    void the_admin_acts_in_the_account_that_is_named() throws Exception {
        var bearer = "Bearer " + server.adminSecret();
        var inExample = new Client(server.address(), Map.of("Authorization", bearer, "Tributary-Account", "example"));
        var nowhere = new Client(server.address(), Map.of("Authorization", bearer, "Tributary-Account", "nowhere"));

        assertThat(inExample.get("/api/v1/account").json().path("id").asString())
                .isEqualTo("example");
        assertProblem(nowhere.get("/api/v1/account"), 404, "unknown-account");
        assertProblem(admin.get("/api/v1/account"), 400, "missing-account");
    }

    @Test
    void only_the_admin_opens_accounts() throws Exception {
        var answer = example.ask("POST", "/api/v1/accounts", "application/json", "{\"name\": \"Mine\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    }

    @Test
    void what_it_does_not_know_is_a_problem_and_never_html() throws Exception {
        assertProblem(example.get("/api/v1/nothing-here"), 404, "unknown-path");
        assertProblem(example.ask("DELETE", "/api/v1/account", null, ""), 405, "unknown-method");
        assertProblem(
                example.ask("PATCH", "/api/v1/account", "text/plain", "name: Mine"), 415, "unsupported-media-type");
        var unreadable = example.ask("PATCH", "/api/v1/account", "application/json", "{\"name\": ");
        assertThat(unreadable.status()).as(unreadable.text()).isEqualTo(400);
        assertThat(unreadable.mediaType()).isEqualTo(PROBLEM);
    }

    @Test
    void paths_that_lead_nowhere_leave_nothing_in_the_log() throws Exception {
        var written = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        written.start();
        root.addAppender(written);

        example.get("/api/v1/contacts/email:eve@example.com/nothing-here");
        example.ask("DELETE", "/api/v1/contacts/email:eve@example.com/journey", null, "");

        root.detachAppender(written);
        assertThat(written.list).isEmpty();
    }

    @Test
    void even_a_malformed_request_line_gets_a_problem() throws Exception {
        var address = URI.create(server.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write("GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains(PROBLEM).doesNotContainIgnoringCase("<html");
        }
    }

    @Test
    void a_body_over_the_limit_is_refused_in_words_to_those_who_send_it_without_asking() throws Exception {
        var address = URI.create(server.address());
        var megabyte = "\n".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var out = socket.getOutputStream();
            out.write(
                    ("POST /api/v1/history HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-ndjson\r\n"
                                    + "Authorization: " + example.header("Authorization") + "\r\nContent-Length: "
                                    + 70 * megabyte.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < 70; sent++) out.write(megabyte);
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 413").contains(PROBLEM, "67108864");
        }
    }

    @Test
    void settings_that_are_far_too_long_are_refused_before_they_are_read() throws Exception {
        var body = "{\"name\": \"Mine\", \"notes\": \"" + "x".repeat(1 << 20) + "\"}";

        assertProblem(example.ask("PATCH", "/api/v1/account", "application/json", body), 413, "too-large");
        assertThat(example.ask("PATCH", "/api/v1/account", "application/json", "{\"name\": \"Mine\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void who_wants_no_json_is_told_so_before_anything_is_recorded() throws Exception {
        var reader = new Client(
                server.address(), Map.of("Authorization", example.header("Authorization"), "Accept", "text/html"));

        assertProblem(
                reader.ask("PATCH", "/api/v1/account", "application/json", "{\"name\": \"Unseen\"}"),
                406,
                "not-acceptable");
        assertThat(example.get("/api/v1/account").json().path("name").asString())
                .isNotEqualTo("Unseen");
    }

    @Test
    void an_answer_is_never_called_a_problem_because_problems_are_accepted() throws Exception {
        var careful = new Client(
                server.address(),
                Map.of(
                        "Authorization",
                        example.header("Authorization"),
                        "Accept",
                        "application/problem+json, application/json"));

        assertThat(careful.get("/api/v1/account").mediaType()).isEqualTo("application/json");
        assertProblem(careful.get("/api/v1/campaigns/none/metrics"), 404, "unknown-campaign");
    }

    @Test
    void paths_of_hubspot_answer_errors_as_hubspot_does() throws Exception {
        var answer = nobody.get("/crm/v3/objects/contacts/1");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("status").asString()).isEqualTo("error");
        assertThat(answer.json().path("category").asString()).isEqualTo("INVALID_AUTHENTICATION");
        assertThat(answer.json().path("correlationId").asString()).isNotBlank();
    }

    @Test
    void its_folder_is_its_owners() throws Exception {
        var data = folder.resolve("data");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("admin-token"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_second_one_on_the_same_folder_says_so_and_ends() throws Exception {
        var second = ServerProcess.begin(folder.resolve("data"));
        var said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(said)
                .contains("another Tributary is running on the data folder")
                .doesNotContain("\tat ");
    }

    @Test
    void a_folder_of_something_else_is_left_alone() throws Exception {
        var foreign = Files.createDirectory(folder.resolve("photos"));
        Files.writeString(foreign.resolve("holiday.jpg"), "not ours");

        assertThatThrownBy(() -> Server.start(new ServerSettings("127.0.0.1", 0, foreign, null, null)))
                .isInstanceOf(CannotServe.class)
                .hasMessageContaining("holds other things");
    }

    @Test
    void a_port_in_use_is_named() {
        int taken = URI.create(server.address()).getPort();

        assertThatThrownBy(() ->
                        Server.start(new ServerSettings("127.0.0.1", taken, folder.resolve("second"), null, null)))
                .isInstanceOf(CannotServe.class)
                .hasMessageContaining("port " + taken);
    }

    private static String token(Client client) {
        return client.header("Authorization").substring("Bearer ".length());
    }

    private static void assertProblem(Client.Answer answer, int status, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.mediaType()).isEqualTo(PROBLEM);
        assertThat(answer.json().path("type").asString()).endsWith("/" + reason);
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        assertThat(answer.json().path("instance").asString()).startsWith("/");
    }
}
