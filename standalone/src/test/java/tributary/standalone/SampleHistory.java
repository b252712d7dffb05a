package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tributary.standalone.sample.SampleYear;

/// A sample year on its way to a server, piece by piece, each line with an id, and what the server then reports.
final class SampleHistory {
    private SampleHistory() {}

    /// @param most lines in all
    static List<String> pieces(int seed, int most, int linesAPiece) {
        var lines = new ArrayList<String>();
        new SampleYear(seed).tell(line -> {
            if (lines.size() == most) return;
            var once = new HashMap<>(line);
            once.put("id", "line-" + lines.size());
            lines.add(JsonMapper.shared().writeValueAsString(once));
        });
        var pieces = new ArrayList<String>();
        for (int from = 0; from < lines.size(); from += linesAPiece)
            pieces.add(String.join("\n", lines.subList(from, Math.min(from + linesAPiece, lines.size()))));
        return pieces;
    }

    /// @return the token of a new account
    static String openedAccount(Client admin) throws IOException {
        var settings = JsonMapper.shared().writeValueAsString(SampleYear.account());
        var answer = admin.ask("POST", "/api/v1/accounts", "application/json", settings);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("accessToken").asString();
    }

    static Client.Answer sent(Client client, String piece) throws IOException {
        return client.ask("POST", "/api/v1/history", "application/x-ndjson", piece);
    }

    /// @return the position that the server told
    static long acknowledged(Client client, String piece) throws IOException {
        return positionOf(sent(client, piece));
    }

    static long positionOf(Client.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("rejected").asInt()).as(answer.text()).isZero();
        return answer.json().path("position").asLong();
    }

    static List<JsonNode> figures(Client client, List<String> models) throws IOException {
        var figures = new ArrayList<JsonNode>();
        for (var model : models) {
            var answer = client.get("/api/v1/metrics?model=" + model);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            figures.add(((ObjectNode) answer.json()).without("position"));
        }
        return figures;
    }

    /// Builds everything anew from the facts, and compares.
    static void assertThatAReplayFindsNoDifference(Client client) throws IOException {
        var asked = client.ask("POST", "/api/v1/replays", "application/json", "{\"kind\":\"REPLAY\"}");
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        var path = "/api/v1/replays/" + asked.json().path("id").asString();
        var replay = client.get(path).json();
        for (;
                replay.path("state").asString().equals("RUNNING");
                replay = client.get(path).json()) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        assertThat(replay.path("state").asString()).as(replay.toString()).isEqualTo("COMPLETE");
        assertThat(replay.path("differences")).as(replay.toString()).isEmpty();
    }
}
