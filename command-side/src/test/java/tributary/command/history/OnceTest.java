package tributary.command.history;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.command.history.BadLinesTest.quoted;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.command.Clerk;

/// A message with an id counts once per account and source, for ever.
@DisplayNameGeneration(ReplaceUnderscores.class)
class OnceTest {
    private static final String ACT = quoted("{'type':'interaction','id':'m1','kind':'PAGE_VIEW','visitor':'v'}");
    private static final String ANNA = quoted("{'type':'contact.create','id':'m2','contact':'anna'}");

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

    @Test // D-50
    void a_repeated_id_is_accepted_and_leaves_no_record() {
        clerk.send(ACT, ANNA);

        var answer = clerk.send(ANNA, ACT);

        assertThat(answer.accepted()).isEqualTo(2);
        assertThat(answer.rejected()).isZero();
        assertThat(clerk.facts()).hasSize(2);
    }

    @Test
    void a_repeat_within_one_request_counts_once() {
        assertThat(clerk.send(ACT, ANNA, ACT, ANNA).accepted()).isEqualTo(4);
        assertThat(clerk.facts()).hasSize(2);
    }

    @Test
    void of_two_messages_under_one_id_the_first_holds() {
        clerk.send(ACT, ACT.replace("\"v\"", "\"w\""));

        assertThat(clerk.interactions()).extracting("visitor").containsExactly("v");
    }

    @Test
    void a_refused_line_does_not_use_up_its_id() {
        assertThat(clerk.send(ACT.replace("PAGE_VIEW", "NONSENSE"), ANNA.replace("anna", "a b"))
                        .rejected())
                .isEqualTo(2);

        clerk.send(ACT, ANNA);

        assertThat(clerk.facts()).hasSize(2);
    }

    @Test
    void lines_without_id_count_each_time() {
        var act = quoted("{'type':'interaction','kind':'PAGE_VIEW','visitor':'v'}");

        clerk.send(act, act);

        assertThat(clerk.interactions()).hasSize(2);
    }

    @Test
    void another_source_has_ids_of_its_own() {
        clerk.send(ACT);
        clerk.sendAs(Clerk.writeKey(), ACT);

        assertThat(clerk.interactions()).hasSize(2);
    }

    @Test
    void ids_are_remembered_across_a_restart() {
        clerk.send(ACT, ANNA);
        clerk.close();
        clerk = Clerk.at(folder);

        assertThat(clerk.send(ACT, ANNA).accepted()).isEqualTo(2);
        assertThat(clerk.facts()).hasSize(2);
    }
}
