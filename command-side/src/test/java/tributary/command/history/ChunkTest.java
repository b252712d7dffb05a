package tributary.command.history;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.command.history.BadLinesTest.quoted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.command.Clerk;
import tributary.events.ContactId;
import tributary.events.DealEvent.DealChanged;
import tributary.events.DealEvent.DealCreated;
import tributary.events.DealId;
import tributary.events.InteractionsRecorded;

/// Lines of one chunk are one transaction, in which a refused line leaves nothing behind.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChunkTest {
    private static final String CREATE =
            quoted("{'type':'deal.create','at':'2023-04-01T00:00:00Z','deal':'d','stage':'open'}");
    private static final String WIN =
            quoted("{'type':'deal.change','at':'2023-04-02T00:00:00Z','deal':'d','stage':'closedwon'}");
    private static final String ACT = quoted("{'type':'interaction','kind':'PAGE_VIEW','visitor':'v'}");
    private static final DealId DEAL = new DealId("d");

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

    @Test
    void a_refused_change_between_others_of_its_deal_leaves_those_alone() {
        var answer = clerk.send(
                CREATE,
                quoted("{'type':'deal.change','deal':'d','stage':'nowhere'}"),
                quoted("{'type':'deal.create','deal':'d','stage':'open'}"),
                WIN,
                quoted("{'type':'deal.merge','primary':'d','merged':'d'}"),
                WIN);

        assertThat(answer.problems())
                .extracting(problem -> problem.substring(0, 2))
                .containsExactly("2:", "3:", "5:");
        assertThat(clerk.facts())
                .hasSize(3)
                .hasExactlyElementsOfTypes(DealCreated.class, DealChanged.class, DealChanged.class);
        assertSequencesHaveNoGap();
    }

    @Test
    void a_refused_line_on_a_deal_of_an_earlier_chunk_leaves_later_ones_alone() {
        clerk.send(CREATE);

        clerk.send(CREATE, WIN, CREATE, WIN);

        assertThat(clerk.facts()).hasSize(3);
        assertSequencesHaveNoGap();
    }

    /// Every chunk loads the deal anew, so that a wrong sequence would be refused by the store or show here.
    private void assertSequencesHaveNoGap() {
        clerk.send(WIN);
        var changes =
                clerk.facts().stream().filter(DealChanged.class::isInstance).count();
        clerk.close();
        clerk = Clerk.at(folder);
        assertThat(clerk.send(WIN).accepted()).isEqualTo(1);
        assertThat(clerk.facts().stream().filter(DealChanged.class::isInstance)).hasSize((int) changes + 1);
    }

    @Test
    void a_contact_that_a_refused_line_would_have_made_is_not_there() {
        var answer = clerk.send(
                quoted("{'type':'visitor.identify','visitor':'v'}"),
                quoted("{'type':'contact.create','contact':'anna','email':'a@example.com','source':'GUESS'}"),
                quoted("{'type':'contact.create','contact':'ben','email':'a@example.com'}"));

        assertThat(answer.rejected()).isEqualTo(2);
        assertThat(answer.accepted()).isEqualTo(1);
        assertThat(clerk.database().identities().exists(Clerk.ACME, new ContactId("anna")))
                .isFalse();
    }

    @Test
    void what_a_line_made_is_there_for_the_next() {
        var answer = clerk.send(
                quoted("{'type':'interaction','kind':'FORM_SUBMISSION','email':'x@example.com'}"),
                quoted("{'type':'deal.create','deal':'d','stage':'open','contacts':['email:x@example.com']}"),
                quoted("{'type':'contact.change','contact':'email:x@example.com','lifecycleStage':'lead'}"));

        assertThat(answer.problems()).isEmpty();
        assertThat(((DealCreated) clerk.facts().get(1)).contacts())
                .containsExactly(clerk.interactions().getFirst().contact());
    }

    @Test
    void the_interactions_of_a_chunk_are_one_fact_in_the_order_of_arrival() {
        clerk.send(ACT.replace("\"v\"", "\"1\""), CREATE, ACT.replace("\"v\"", "\"2\""), WIN);

        assertThat(clerk.facts())
                .hasExactlyElementsOfTypes(DealCreated.class, DealChanged.class, InteractionsRecorded.class);
        assertThat(clerk.interactions()).extracting("visitor").containsExactly("1", "2");
    }

    @Test
    void a_chunk_has_a_thousand_lines_at_most() {
        clerk.send((ACT + "\n").repeat(2_500));

        assertThat(clerk.facts())
                .extracting(fact -> ((InteractionsRecorded) fact).interactions().size())
                .containsExactly(1_000, 1_000, 500);
    }

    @Test
    void the_answer_tells_the_position_of_the_last_fact() {
        var answer = clerk.send(ACT, CREATE);

        assertThat(answer.body().get("position").longValue())
                .isEqualTo(clerk.database().facts().head())
                .isEqualTo(clerk.recorded().getLast().position());
    }

    @Test
    void every_fact_says_whose_it_is() {
        clerk.open("other");
        clerk.send(ACT, CREATE);

        assertThat(clerk.recorded())
                .extracting(recorded -> recorded.account().value())
                .containsExactly("acme", "acme", "other", "other", "acme", "acme");
    }

    @Test
    void only_the_first_hundred_problems_are_told_but_all_are_counted() {
        var answer = clerk.send("wrong\n".repeat(1_500));

        assertThat(answer.rejected()).isEqualTo(1_500);
        assertThat(answer.problems()).hasSize(100);
    }

    @Test
    void many_changes_of_many_deals_in_one_chunk_keep_their_order() {
        var lines = new ArrayList<String>();
        for (int deal = 0; deal < 100; deal++) lines.add(CREATE.replace("\"d\"", "\"d" + deal + "\""));
        for (int round = 0; round < 8; round++)
            for (int deal = 0; deal < 100; deal++) {
                var stage = round % 3 == 0 ? "nowhere" : "closedwon";
                lines.add(WIN.replace("\"d\"", "\"d" + deal + "\"").replace("closedwon", stage));
            }

        var answer = clerk.send(lines.toArray(String[]::new));

        assertThat(answer.rejected()).isEqualTo(300);
        Map<DealId, List<String>> byDeal = new HashMap<>();
        for (var fact : clerk.facts()) {
            if (fact instanceof DealCreated created)
                byDeal.computeIfAbsent(created.deal(), _ -> new ArrayList<>()).add("created");
            if (fact instanceof DealChanged changed)
                byDeal.computeIfAbsent(changed.deal(), _ -> new ArrayList<>()).add("changed");
        }
        assertThat(byDeal).hasSize(100).doesNotContainKey(DEAL);
        assertThat(byDeal.values())
                .allSatisfy(facts -> assertThat(facts)
                        .containsExactly("created", "changed", "changed", "changed", "changed", "changed"));
    }
}
