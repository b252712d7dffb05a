package tributary.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tributary.standalone.sample.SampleYear;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;

/// `demo`: a server in a throw-away folder, a made-up year loaded through its public API, and the first figures.
@Command(
        name = "demo",
        description = "Loads a sample year into a throw-away server and shows the metrics of its campaigns.",
        mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {
    private static final long SEED = 2025;
    private static final String HOST = "127.0.0.1";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Override
    public Integer call() throws IOException {
        var folder = Files.createTempDirectory("tributary-demo-");
        var server = started(folder);
        try {
            show(server);
        } catch (RuntimeException failure) {
            server.close();
            delete(folder);
            throw failure;
        }
        server.serveUntilTold(() -> delete(folder));
        return 0;
    }

    private Server started(Path folder) {
        try {
            return Server.start(new ServerSettings(HOST, port, folder, null, null));
        } catch (RuntimeException failure) {
            delete(folder);
            throw failure;
        }
    }

    private void show(Server server) {
        var token = openedAccount(server);
        try (var api = new Api(server.address(), token, Optional.empty())) {
            load(api);
            var out = spec.commandLine().getOut();
            var answer = api.get("/api/v1/metrics", Map.of());
            out.printf(
                    "%nThe year of Lumen Desk, rule set %s, model %s, money in %s%n%n",
                    answer.path("ruleSet").asString(),
                    answer.path("model").asString(),
                    answer.path("currency").asString());
            out.print(CampaignTable.of(answer));
            whereToLook(out, server.address(), token);
            out.println("Tributary is ready at " + server.address());
            out.flush();
        }
    }

    private static String openedAccount(Server server) {
        try (var admin = new Api(server.address(), server.adminSecret(), Optional.empty())) {
            JsonNode account = admin.post("/api/v1/accounts", SampleYear.account());
            return account.path("accessToken").asString();
        }
    }

    private static void load(Api api) {
        try (var bar = Progress.of("Loading a year", "lines", SampleYear.LINES)) {
            var loader = new HistoryLoader(api, bar::stepBy);
            new SampleYear(SEED).tell(loader::add);
            loader.finish();
        }
    }

    private static void whereToLook(PrintWriter out, String address, String token) {
        var ask = "  curl -H 'Authorization: Bearer " + token + "' '" + address;
        out.println();
        out.println("Where to look (docs/api.md has all reports; the token is this sample account's):");
        out.println(ask + "/api/v1/campaigns/black-friday/metrics?model=W_SHAPED'");
        out.println(
                ask
                        + "/api/v1/campaigns/black-friday/series?metric=sessions&frequency=WEEK&from=2025-11-01&to=2025-12-31'");
        out.println(ask + "/api/v1/attribution?by=campaign&model=TIME_DECAY'");
        out.println("  ./tributary report black-friday --url " + address + " --token " + token);
        out.println("  ./tributary replay --full --url " + address + " --token " + token);
        out.println("Ctrl-C ends the server and throws its folder away.");
        out.println();
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
