package tributary.standalone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server's public API, as the commands of this program use it.
final class Api implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(5);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final String token;
    private final Optional<String> account;

    /// @param account the one to act in with the admin token; other tokens have one of their own
    Api(String url, String token, Optional<String> account) {
        this.url = url.replaceFirst("/+$", "");
        this.token = token;
        this.account = account;
    }

    /// @param query parameters; those without a value are left out
    JsonNode get(String path, Map<String, Optional<String>> query) {
        return send(request(path + queryOf(query)).GET());
    }

    JsonNode post(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    /// History lines as they come.
    JsonNode upload(BodyPublisher lines) {
        return send(request("/api/v1/history")
                .header("Content-Type", "application/x-ndjson")
                .POST(lines));
    }

    /// An answer of whatever status.
    ///
    /// @param retryAfter what the server asks to be given before it is asked again
    record Answer(int status, Optional<Duration> retryAfter, byte[] body) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        CommandFailed refused() {
            return Api.refused(status, body);
        }
    }

    /// Sends history lines and tells how it went, so that who sends can decide whether to send them again.
    ///
    /// @throws IOException if no whole answer came: the lines may or may not have been taken
    Answer offer(byte[] lines) throws IOException {
        return ask(request("/api/v1/history")
                .header("Content-Type", "application/x-ndjson")
                .timeout(LONGEST_UPLOAD)
                .POST(BodyPublishers.ofByteArray(lines)));
    }

    /// Puts something under a name, and tells how it went.
    ///
    /// @throws IOException if no whole answer came
    Answer put(String path, Object body) throws IOException {
        return ask(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    private Answer ask(HttpRequest.Builder request) throws IOException {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            var seconds = answer.headers().firstValue("Retry-After").filter(value -> value.matches("\\d{1,6}"));
            return new Answer(answer.statusCode(), seconds.map(Long::valueOf).map(Duration::ofSeconds), answer.body());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    /// An answer that is read while it comes.
    InputStream stream(String path) {
        try {
            var answer = client.send(request(path).GET().build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() < 400) return answer.body();
            try (var body = answer.body()) {
                throw refused(answer.statusCode(), body.readAllBytes());
            }
        } catch (ConnectException _) {
            throw noServer();
        } catch (IOException failure) {
            throw new CommandFailed("GET " + path + " got no answer: " + failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    private CommandFailed noServer() {
        return new CommandFailed(
                "no server answers at " + url + "; start one with ./tributary serve, or name it with --url");
    }

    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String queryOf(Map<String, Optional<String>> query) {
        var given = query.entrySet().stream()
                .filter(parameter -> parameter.getValue().isPresent())
                .map(parameter ->
                        parameter.getKey() + "=" + encoded(parameter.getValue().get()))
                .collect(Collectors.joining("&"));
        return given.isEmpty() ? "" : "?" + given;
    }

    private HttpRequest.Builder request(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
            account.ifPresent(id -> request.header("Tributary-Account", id));
            return request;
        } catch (IllegalArgumentException malformed) {
            throw new CommandFailed(url + path + " is no address; expected something like http://127.0.0.1:8080");
        }
    }

    private JsonNode send(HttpRequest.Builder request) {
        var asked = request.build();
        try {
            var answer = client.send(asked, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 400) throw refused(answer.statusCode(), answer.body());
            return JSON.readTree(answer.body());
        } catch (ConnectException _) {
            throw noServer();
        } catch (IOException failure) {
            throw new CommandFailed(asked.method() + " " + asked.uri().getPath() + " got no whole answer: " + failure);
        } catch (JacksonException notJson) {
            throw new CommandFailed(url + " answers, but not as Tributary does");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    private static CommandFailed refused(int status, byte[] body) {
        try {
            var problem = JSON.readTree(body);
            var text = problem.path("title").asString("") + ": "
                    + problem.path("detail").asString("");
            return new CommandFailed(text + " (HTTP " + status + ")");
        } catch (JacksonException notJson) {
            return new CommandFailed("the server answered with HTTP status " + status);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
