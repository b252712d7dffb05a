package tributary.command.history;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.command.history.BadLinesTest.quoted;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.command.Clerk;
import tributary.events.DealEvent.DealCreated;

/// Acknowledged means durable, whenever the process is killed.
@DisplayNameGeneration(ReplaceUnderscores.class)
class DurabilityTest {
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 25;
    private static final int ACTS_A_REQUEST = 20;

    @Test
    void everything_acknowledged_before_a_kill_is_there_and_nothing_is_half_there(@TempDir Path folder)
            throws IOException, InterruptedException {
        var sender = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sender.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int acknowledged = 0;
        try (var answers = new BufferedReader(new InputStreamReader(sender.getInputStream()))) {
            while (acknowledged < ACKNOWLEDGED_BEFORE_THE_KILL) {
                var line = answers.readLine();
                assertThat(line).as("an answer of the sender").isNotNull();
                if (line.startsWith("acknowledged")) acknowledged++;
            }
            sender.toHandle().destroyForcibly();
            sender.waitFor();
            for (var line = answers.readLine(); line != null; line = answers.readLine())
                if (line.startsWith("acknowledged")) acknowledged++;
        }

        try (var clerk = Clerk.at(folder)) {
            var deals =
                    clerk.facts().stream().filter(DealCreated.class::isInstance).count();
            assertThat(deals).isGreaterThanOrEqualTo(acknowledged);
            assertThat(clerk.interactions()).hasSize((int) deals * ACTS_A_REQUEST);
            assertThat(clerk.send(Sender.request((int) deals - 1)).accepted()).isEqualTo(ACTS_A_REQUEST + 1);
            assertThat(clerk.interactions()).as("repeats").hasSize((int) deals * ACTS_A_REQUEST);
        }
    }

    /// Sends requests one after the other until it is killed, and tells of each that was acknowledged.
    static final class Sender {
        private Sender() {}

        public static void main(String[] folder) {
            try (var clerk = Clerk.withAccount(Path.of(folder[0]))) {
                for (int number = 0; true; number++)
                    if (clerk.send(request(number)).accepted() == ACTS_A_REQUEST + 1)
                        System.out.println("acknowledged " + number);
            }
        }

        /// A deal and some interactions, once-only.
        static String request(int number) {
            var request = new StringBuilder(
                    quoted("{'type':'deal.create','id':'d" + number + "','deal':'d" + number + "','stage':'open'}"));
            for (int act = 0; act < ACTS_A_REQUEST; act++)
                request.append(quoted("\n{'type':'interaction','id':'a" + number + "." + act
                        + "','kind':'CALL','email':'who" + number + "@example.com'}"));
            return request.toString();
        }
    }
}
