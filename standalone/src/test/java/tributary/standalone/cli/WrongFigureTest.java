package tributary.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;
import tributary.query.live.FiguresCheck;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;
import tributary.store.FactHandler;
import tributary.store.Facts;

/// `verify` names a figure that grew wrong, and its exit code says so.
@DisplayNameGeneration(ReplaceUnderscores.class)
class WrongFigureTest {
    private static final String HISTORY = """
            {"type":"campaign.create","campaign":"spring","name":"Spring","utm":"spring","at":"2025-01-01T00:00:00Z"}
            {"type":"interaction","kind":"PAGE_VIEW","visitor":"a","url":"https://example.com/?utm_campaign=spring","at":"2025-02-01T00:00:00Z"}
            """;
    private static final String LATER = """
            {"type":"interaction","kind":"PAGE_VIEW","visitor":"b","url":"https://example.com/?utm_campaign=spring","at":"2025-02-02T00:00:00Z"}
            """;

    @TempDir
    private Path folder;

    private final StringWriter output = new StringWriter();

    @BeforeEach
    void a_campaign_has_two_sessions() throws Exception {
        try (var server = Server.start(new ServerSettings("127.0.0.1", 0, folder, null, null))) {
            var opened = post(
                    server.address() + "/api/v1/accounts",
                    server.adminSecret(),
                    "application/json",
                    "{\"name\":\"A\"}");
            var token = JsonMapper.shared().readTree(opened).path("accessToken").asString();
            for (var lines : new String[] {HISTORY, LATER})
                assertThat(post(server.address() + "/api/v1/history", token, "application/x-ndjson", lines))
                        .contains("\"rejected\":0");
        }
    }

    private static String post(String address, String token, String type, String body) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", type)
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private int verify(Verify verify) {
        return new CommandLine(verify)
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(output))
                .execute("--data", folder.toString());
    }

    @Test
    void without_one_everything_is_as_it_should_be() {
        assertThat(verify(new Verify())).as(output.toString()).isZero();
    }

    @Test
    void a_figure_that_grew_without_one_of_its_facts_is_named() {
        var verify = new Verify((facts, head, progress) ->
                new FiguresCheck(withoutTheLastButOneWhenReadOneByOne(facts)).compare(head, progress));

        assertThat(verify(verify)).as(output.toString()).isEqualTo(1);
        assertThat(output.toString())
                .contains("figures of account")
                .contains("campaign=spring, metric=sessions")
                .contains("day=2025-02-01, before=0, after=1")
                .contains("NOT everything is as it should be");
    }

    /// What is loaded in one go is whole.
    private static Facts withoutTheLastButOneWhenReadOneByOne(Facts facts) {
        return (Facts) Proxy.newProxyInstance(
                Facts.class.getClassLoader(), new Class<?>[] {Facts.class}, (_, method, arguments) -> {
                    if (method.getName().equals("read") && arguments[2] instanceof FactHandler handler)
                        arguments[2] = (FactHandler) recorded -> {
                            if (recorded.position() != facts.head() - 1) handler.handle(recorded);
                        };
                    try {
                        return method.invoke(facts, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
