package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a server does between SIGTERM and its end.
@Timeout(180)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EndTest {
    private static final String LINE = "{\"type\":\"interaction\",\"kind\":\"PAGE_VIEW\",\"visitor\":\"v\"}\n";
    private static final int LINES = 2_500;

    @Test
    void a_request_under_way_is_finished_and_whoever_comes_is_told_to_come_again(@TempDir Path data) throws Exception {
        try (var server = ServerProcess.start(data)) {
            var opened = server.admin().ask("POST", "/api/v1/accounts", "application/json", "{\"name\":\"Acme\"}");
            var token = opened.json().path("accessToken").asString();
            try (var slow = new SlowRequest(server.address(), token)) {
                slow.begin();
                server.tellToEnd();
                var refused = firstRefusal(Client.withToken(server.address(), token));
                assertThat(refused.mediaType()).isEqualTo("application/problem+json");
                assertThat(refused.json().path("type").asString()).endsWith("/server-ending");

                slow.finish();

                assertThat(slow.answer()).contains("\"accepted\":" + LINES);
            }
            assertThat(server.end()).isTrue();
        }
    }

    private static Client.Answer firstRefusal(Client client) throws IOException {
        while (true) {
            var answer = client.get("/api/v1/account");
            if (answer.status() != 200) return answer;
        }
    }

    /// Half of its lines come at first, and the rest when it is told to finish.
    private static final class SlowRequest implements AutoCloseable {
        private final Socket socket;
        private final OutputStream out;
        private final BufferedReader in;
        private final String token;

        SlowRequest(String address, String token) throws IOException {
            var server = URI.create(address);
            this.token = token;
            socket = new Socket(server.getHost(), server.getPort());
            out = socket.getOutputStream();
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        }

        /// Returns when the server has begun with it.
        void begin() throws IOException {
            send("POST /api/v1/history HTTP/1.1\r\nHost: tributary\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Type: application/x-ndjson\r\nExpect: 100-continue\r\nContent-Length: "
                    + LINES * LINE.length() + "\r\n\r\n");
            assertThat(in.readLine()).startsWith("HTTP/1.1 100");
            assertThat(in.readLine()).isEmpty();
            send(LINE.repeat(LINES / 2));
        }

        void finish() throws IOException {
            send(LINE.repeat(LINES - LINES / 2));
        }

        private void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        String answer() throws IOException {
            var answer = new StringBuilder();
            for (int letter = in.read(); letter >= 0 && letter != '}'; letter = in.read()) answer.append((char) letter);
            return answer.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
