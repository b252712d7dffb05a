package tributary.standalone.cli;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.function.LongConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends history lines to a server, several thousand a request, and insists that each is taken.
final class HistoryLoader {
    private static final int LINES_A_REQUEST = 5_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Api api;
    private final LongConsumer taken;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int waiting;

    /// @param taken is told how many lines more the server has
    HistoryLoader(Api api, LongConsumer taken) {
        this.api = api;
        this.taken = taken;
    }

    void add(Map<String, Object> line) {
        body.writeBytes(JSON.writeValueAsBytes(line));
        body.write('\n');
        if (++waiting == LINES_A_REQUEST) finish();
    }

    /// Sends what is left.
    void finish() {
        if (waiting == 0) return;
        insist(api.upload(BodyPublishers.ofByteArray(body.toByteArray())));
        taken.accept(waiting);
        body.reset();
        waiting = 0;
    }

    private static void insist(JsonNode answer) {
        if (answer.path("rejected").asLong(0) > 0)
            throw new CommandFailed("the server refused lines: " + answer.path("problems"));
    }
}
