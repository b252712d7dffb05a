package tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tributary.standalone.server.Server;
import tributary.standalone.server.ServerSettings;

/// A server whose disk is full, by a bound on the size of files, takes nothing more and reports what it has; given
/// room,
/// it goes on by itself and ends in the figures of a server that always had it.
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoRoomTest {
    private static final int LARGEST_FILE_KB = 1_500;
    private static final int LINES = 9_000;
    private static final int LINES_A_PIECE = 60;
    private static final List<String> MODELS = List.of("LINEAR", "W_SHAPED");

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void figures_are_right_while_the_disk_is_full_and_when_it_is_not_any_more() throws Exception {
        var pieces = SampleHistory.pieces(9, LINES, LINES_A_PIECE);
        try (var server = ServerProcess.startWithLargestFile(LARGEST_FILE_KB, folder.resolve("full"));
                var roomy = Server.start(new ServerSettings("127.0.0.1", 0, folder.resolve("roomy"), null, null))) {
            var client = Client.withToken(server.address(), SampleHistory.openedAccount(server.admin()));
            var reference = reference(roomy);
            int next = 0;
            var answer = SampleHistory.sent(client, pieces.get(next));
            for (; answer.status() == 200; answer = SampleHistory.sent(client, pieces.get(next)))
                SampleHistory.acknowledged(reference, pieces.get(next++));
            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.text()).contains("event-store-away");
            assertThat(next).isPositive();
            assertSameFigures(client, reference);

            server.giveRoom();
            for (var piece : pieces.subList(next, pieces.size())) {
                SampleHistory.acknowledged(client, piece);
                SampleHistory.acknowledged(reference, piece);
            }
            assertSameFigures(client, reference);
            SampleHistory.assertThatAReplayFindsNoDifference(client);
        }
    }

    private static Client reference(Server roomy) throws IOException {
        var admin = Client.withToken(roomy.address(), roomy.adminSecret());
        return Client.withToken(roomy.address(), SampleHistory.openedAccount(admin));
    }

    private static void assertSameFigures(Client client, Client reference) throws IOException {
        assertThat(SampleHistory.figures(client, MODELS)).isEqualTo(SampleHistory.figures(reference, MODELS));
    }
}
