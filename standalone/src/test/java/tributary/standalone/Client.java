package tributary.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Someone who talks to a server from outside.
final class Client {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String address;
    private final Map<String, String> headers;

    Client(String address, Map<String, String> headers) {
        this.address = address;
        this.headers = headers;
    }

    static Client withToken(String address, String token) {
        return new Client(address, Map.of("Authorization", "Bearer " + token));
    }

    /// What came back.
    ///
    /// @param retryAfter the header of this name, or ""
    record Answer(int status, String mediaType, String retryAfter, String text) {
        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }
    }

    String header(String name) {
        return headers.get(name);
    }

    Answer get(String path) throws IOException {
        return ask("GET", path, null, "");
    }

    Answer ask(String method, String path, String mediaType, String body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(address + path)).method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (mediaType != null) request.header("Content-Type", mediaType);
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.headers().firstValue("Retry-After").orElse(""),
                    answer.body());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }
}
