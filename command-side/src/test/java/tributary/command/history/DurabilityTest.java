package tributary.command.history;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.command.history.BadLinesTest.quoted;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.command.Clerk;
import tributary.events.DealEvent.DealCreated;

/// Acknowledged means durable, whenever the process is killed.
@DisplayNameGeneration(ReplaceUnderscores.class)
class DurabilityTest {
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 25;
    private static final int ACTS_A_REQUEST = 20;
    static final String ACKNOWLEDGED = "acknowledged ";
    static final String BUSY = "busy";

    @ParameterizedTest(name = "{0} at once")
    @ValueSource(ints = {1, 8})
    void everything_acknowledged_before_a_kill_is_there_and_nothing_is_half_there(int atOnce, @TempDir Path folder)
            throws IOException, InterruptedException {
        var sender = Sender.start("exec \"$@\"", folder, atOnce);
        var acknowledged = new HashSet<String>();
        try (var answers = new BufferedReader(new InputStreamReader(sender.getInputStream()))) {
            while (acknowledged.size() < ACKNOWLEDGED_BEFORE_THE_KILL) {
                var line = answers.readLine();
                assertThat(line).as("an answer of the sender").isNotNull();
                if (line.startsWith(ACKNOWLEDGED)) acknowledged.add(line.substring(ACKNOWLEDGED.length()));
            }
            sender.toHandle().destroyForcibly();
            sender.waitFor();
            for (var line = answers.readLine(); line != null; line = answers.readLine())
                if (line.startsWith(ACKNOWLEDGED)) acknowledged.add(line.substring(ACKNOWLEDGED.length()));
        }

        assertAllIsThereOnce(folder, acknowledged);
    }

    /// @param acknowledged deals whose requests were acknowledged
    static void assertAllIsThereOnce(Path folder, Set<String> acknowledged) {
        try (var clerk = Clerk.at(folder)) {
            var deals = deals(clerk);
            assertThat(deals).doesNotHaveDuplicates().containsAll(acknowledged);
            assertThat(clerk.interactions()).hasSize(deals.size() * ACTS_A_REQUEST);
            for (var deal : deals)
                assertThat(clerk.send(Sender.request(deal)).accepted()).isEqualTo(ACTS_A_REQUEST + 1);
            assertThat(deals(clerk)).as("repeats").hasSameSizeAs(deals);
            assertThat(clerk.interactions()).as("repeats").hasSize(deals.size() * ACTS_A_REQUEST);
        }
    }

    private static List<String> deals(Clerk clerk) {
        return clerk.facts().stream()
                .filter(DealCreated.class::isInstance)
                .map(created -> ((DealCreated) created).deal().value())
                .toList();
    }

    /// Sends requests, so many at once, until it is killed, and tells of each that was acknowledged.
    static final class Sender {
        private Sender() {}

        /// @param shell what the shell does that becomes the sender; its parameters are the command to run
        static Process start(String shell, Path folder, int atOnce) throws IOException {
            return new ProcessBuilder(
                            "bash",
                            "-c",
                            shell,
                            "sender",
                            ProcessHandle.current().info().command().orElse("java"),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Sender.class.getName(),
                            folder.toString(),
                            Integer.toString(atOnce))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }

        public static void main(String[] arguments) {
            try (var clerk = Clerk.withAccount(Path.of(arguments[0]));
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                int atOnce = Integer.parseInt(arguments[1]);
                for (int first = 0; first < atOnce; first++) {
                    int begin = first;
                    threads.execute(() -> send(clerk, begin, atOnce));
                }
            }
        }

        private static void send(Clerk clerk, int begin, int step) {
            for (int number = begin; true; number += step) {
                var answer = clerk.send(request("d" + number));
                if (answer.status() == 503) System.out.println(BUSY);
                else if (answer.accepted() == ACTS_A_REQUEST + 1) System.out.println(ACKNOWLEDGED + "d" + number);
            }
        }

        /// A deal and some interactions, once-only.
        static String request(String deal) {
            var request = new StringBuilder(
                    quoted("{'type':'deal.create','id':'" + deal + "','deal':'" + deal + "','stage':'open'}"));
            for (int act = 0; act < ACTS_A_REQUEST; act++)
                request.append(quoted("\n{'type':'interaction','id':'" + deal + "." + act + "','kind':'CALL','email':'"
                        + deal + "@example.com'}"));
            return request.toString();
        }
    }
}
