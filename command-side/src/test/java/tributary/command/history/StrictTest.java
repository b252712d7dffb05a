package tributary.command.history;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.command.history.BadLinesTest.quoted;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.command.Clerk;
import tributary.command.Clerk.Answer;

/// `strict=true`: all lines or none.
@DisplayNameGeneration(ReplaceUnderscores.class)
class StrictTest {
    private static final String ACT = quoted("{'type':'interaction','kind':'PAGE_VIEW','visitor':'v','id':'once'}");
    private static final String ANNA =
            quoted("{'type':'contact.create','contact':'anna','email':'anna@example.com','id':'c'}");

    @TempDir
    private Path folder;

    private Clerk clerk;

    @BeforeEach
    void open() {
        clerk = Clerk.withAccount(folder);
    }

    @AfterEach
    void close() {
        clerk.close();
    }

    private Answer strictly(String body) {
        return clerk.post(Clerk.token(), body.getBytes(StandardCharsets.UTF_8), Map.of(), "?strict=true");
    }

    @Test
    void all_is_taken_when_all_is_right() {
        var answer = strictly(ACT + "\n" + ANNA);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.accepted()).isEqualTo(2);
        assertThat(clerk.facts()).hasSize(2);
    }

    @Test
    void nothing_is_recorded_when_a_line_is_refused() {
        var answer = strictly(ACT + "\n" + ANNA + "\nwrong\n");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.rejected()).isEqualTo(1);
        assertThat(answer.accepted()).isZero();
        assertThat(answer.problems()).singleElement().asString().startsWith("3: ");
        assertThat(clerk.facts()).isEmpty();
    }

    @Test
    void what_was_not_recorded_uses_up_no_id_and_no_address() {
        strictly(ACT + "\n" + ANNA + "\nwrong\n");

        assertThat(strictly(ACT + "\n" + ANNA).status()).isEqualTo(200);
        assertThat(clerk.facts()).hasSize(2);
    }

    @Test
    void ten_thousand_lines_are_taken_and_recorded_in_batches_of_a_thousand() {
        var act = quoted("{'type':'interaction','kind':'PAGE_VIEW','visitor':'v'}\n");

        assertThat(strictly(act.repeat(10_000)).accepted()).isEqualTo(10_000);
        assertThat(clerk.facts()).hasSize(10);
    }

    @Test
    void more_than_ten_thousand_lines_are_refused() {
        var answer = strictly(ACT.concat("\n").repeat(10_001));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.detail()).contains("10000 lines", "Nothing was recorded");
        assertThat(clerk.facts()).isEmpty();
    }

    @Test
    void strict_is_true_or_false() {
        var answer = clerk.post(Clerk.token(), ACT.getBytes(StandardCharsets.UTF_8), Map.of(), "?strict=yes");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo("strict is \"yes\"; expected true or false");
    }
}
