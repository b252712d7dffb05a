package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;

/// What can be told of docker-compose.yml without Docker.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComposeTest {
    /// A value that Compose fills in, and what it does when there is none.
    private static final Pattern FILLED_IN = Pattern.compile("(?<!\\$)\\$\\{(\\w+)(:[?+-])?([^}]*)}");

    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|TOKEN|KEY|SECRET).*");

    private static String text() throws IOException {
        return Files.readString(Checkout.root().resolve("docker-compose.yml"));
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(new StringReader(text()));
        return file.get("services");
    }

    @Test
    void it_refuses_to_start_without_secrets_and_has_none_of_its_own() throws Exception {
        var secrets = FILLED_IN.matcher(text()).results().toList();
        assertThat(secrets).isNotEmpty().allSatisfy(found -> {
            if (found.group(1).equals("TRIBUTARY_METRICS_TOKEN"))
                assertThat(found.group(2) + found.group(3)).isEqualTo(":-");
            else assertThat(found.group(2)).as(found.group()).isEqualTo(":?");
        });
        for (var service : services().values())
            if (service.get("environment") instanceof Map<?, ?> environment)
                assertThat(environment.entrySet())
                        .filteredOn(entry ->
                                SECRET.matcher(entry.getKey().toString()).matches())
                        .allSatisfy(
                                entry -> assertThat(entry.getValue().toString()).startsWith("${"));
    }

    @Test
    void each_service_is_looked_after_and_shown_to_this_machine_only() throws Exception {
        assertThat(services()).containsOnlyKeys("postgres", "mongo", "command-1", "command-2", "query-1", "query-2");
        services().forEach((name, service) -> {
            assertThat(service).as(name).containsKeys("healthcheck", "restart", "volumes");
            if (service.get("ports") instanceof List<?> ports)
                assertThat(ports).allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
        });
    }

    @Test
    void the_health_check_of_a_node_tells_a_server_that_is_ready_from_one_that_is_not(@TempDir Path folder)
            throws Exception {
        int port;
        try (var server = Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve("data"), null, null))) {
            port = Integer.parseInt(server.address().substring(server.address().lastIndexOf(':') + 1));
            assertThat(healthCheck(port)).isZero();
        }
        assertThat(healthCheck(port)).isNotZero();
    }

    @SuppressWarnings("unchecked")
    private static int healthCheck(int port) throws IOException, InterruptedException {
        var check = (Map<String, Object>) services().get("query-1").get("healthcheck");
        var words = new ArrayList<>((List<String>) check.get("test"));
        assertThat(words.removeFirst()).isEqualTo("CMD");
        words.replaceAll(word -> word.replace("/127.0.0.1/8080", "/127.0.0.1/" + port));
        return new ProcessBuilder(words).redirectErrorStream(true).start().waitFor();
    }
}
