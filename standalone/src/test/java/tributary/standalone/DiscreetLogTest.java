package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The log can be kept and searched by anybody: it tells what failed, and of nobody.
@DisplayNameGeneration(ReplaceUnderscores.class)
class DiscreetLogTest {
    private static final String EVE = "eve.adams@example.com";
    private static final String ENCODED = "eve.adams%40example.com";

    @TempDir
    private Path folder;

    @Test
    void an_address_in_path_query_body_or_header_never_reaches_the_log() throws Exception {
        try (var server = ServerProcess.start(folder.resolve("data"), "--log-format", "json")) {
            askWithAddresses(server);

            assertThat(server.end()).isTrue();
            assertThat(String.join("\n", server.said()))
                    .contains("Rebuilt figures")
                    .doesNotContainIgnoringCase("eve.adams")
                    .doesNotContainIgnoringCase("Eve%20Adams");
        }
    }

    private static void askWithAddresses(ServerProcess server) throws IOException {
        var client = Client.withToken(server.address(), SampleHistory.openedAccount(server.admin()));
        for (var path : new String[] {
            "/api/v1/contacts/email:" + ENCODED + "/journey",
            "/api/v1/contacts/" + ENCODED + "/why?campaign=" + ENCODED,
            "/api/v1/campaigns/" + ENCODED + "/metrics?from=" + ENCODED,
            "/api/v1/metrics?model=" + ENCODED + "&asOf=" + ENCODED + "&from=Eve%20Adams",
            "/api/v1/nothing/" + ENCODED,
            "/crm/v3/objects/contacts/" + ENCODED + "?idProperty=email",
            "/api/v1/replays/" + ENCODED,
        }) client.get(path);
        for (var body : new String[] {
            """
            [{"type":"contact.create","at":"2024-01-01T00:00:00Z","contact":"c1","email":"%s","properties":{"name":"%s"}}]""", """
            [{"type":"contact.create","at":"%s","contact":"%s","email":17}]""", "{\"email\":\"%s\",\"%s",
        }) {
            client.ask("POST", "/api/v1/history", "application/json", body.formatted(EVE, EVE));
            client.ask("POST", "/api/v1/history?strict=" + ENCODED, "application/json", body.formatted(EVE, EVE));
            client.ask("POST", "/api/v1/replays", "application/json", body.formatted(EVE, EVE));
            client.ask("PATCH", "/api/v1/account", "application/json", body.formatted(EVE, EVE));
            client.ask("PUT", "/api/v1/rule-sets/" + ENCODED, "application/json", body.formatted(EVE, EVE));
            client.ask("DELETE", "/api/v1/tokens/" + ENCODED, "application/json", body.formatted(EVE, EVE));
        }
        new Client(
                        server.address(),
                        Map.of("Authorization", "Bearer " + EVE, "X-Request-Id", EVE, "Cookie", "a=" + EVE))
                .get("/api/v1/metrics");
        sendMalformed(server, "GET /api/" + EVE + "/% HTTP/1.1\r\nHost: " + EVE + "\r\n\r\n");
        sendMalformed(server, "GET /api/v1/account HTTP/1.1\r\n" + EVE + "\r\n\r\n");
    }

    private static void sendMalformed(ServerProcess server, String request) throws IOException {
        var address = URI.create(server.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }

    @Test
    void as_json_each_line_of_the_log_is_an_object() throws Exception {
        try (var server = ServerProcess.start(folder.resolve("data"), "--log-format", "json")) {
            assertThat(server.end()).isTrue();
            var logged = server.said().stream()
                    .filter(line -> line.startsWith("{"))
                    .map(JsonMapper.shared()::readTree)
                    .toList();
            assertThat(logged).isNotEmpty().allSatisfy(line -> {
                assertThat(line.path("@timestamp").asString()).isNotBlank();
                assertThat(line.path("log").path("level").asString()).isNotBlank();
                assertThat(line.path("service").path("name").asString()).isEqualTo("tributary");
            });
        }
    }
}
