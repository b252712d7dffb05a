package tributary.command.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full, by a bound on the size of files, and then is not.
@Timeout(180)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DiskFullTest {
    private static final int LARGEST_FILE_KB = 1_500;
    private static final int REFUSALS = 20;
    private static final int ACKNOWLEDGED_AFTERWARDS = 20;

    private final Set<String> acknowledged = new HashSet<>();

    @Test
    @EnabledOnOs(OS.LINUX)
    void requests_are_refused_for_now_and_nothing_is_lost_doubled_or_half_there(@TempDir Path folder)
            throws IOException, InterruptedException {
        var sender = DurabilityTest.Sender.start("ulimit -S -f " + LARGEST_FILE_KB + "; exec \"$@\"", folder, 8);
        try (var answers = new BufferedReader(new InputStreamReader(sender.getInputStream()))) {
            for (int refused = 0; refused < REFUSALS; ) if (isBusy(answers)) refused++;
            int before = acknowledged.size();

            makeRoom(sender);
            while (acknowledged.size() < before + ACKNOWLEDGED_AFTERWARDS) isBusy(answers);

            assertThat(before).isPositive();
        } finally {
            sender.destroyForcibly().waitFor();
        }
        DurabilityTest.assertAllIsThereOnce(folder, acknowledged);
    }

    private boolean isBusy(BufferedReader answers) throws IOException {
        var line = answers.readLine();
        assertThat(line).as("an answer of the sender").isNotNull();
        if (line.startsWith(DurabilityTest.ACKNOWLEDGED))
            acknowledged.add(line.substring(DurabilityTest.ACKNOWLEDGED.length()));
        return line.equals(DurabilityTest.BUSY);
    }

    private static void makeRoom(Process sender) throws IOException, InterruptedException {
        var prlimit = new ProcessBuilder("prlimit", "--pid", Long.toString(sender.pid()), "--fsize=unlimited:")
                .inheritIO()
                .start();
        assertThat(prlimit.waitFor()).isZero();
    }
}
