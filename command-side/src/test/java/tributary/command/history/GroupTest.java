package tributary.command.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tributary.command.history.BadLinesTest.quoted;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.command.Clerk;
import tributary.command.history.LineReader.Numbered;
import tributary.command.history.WaitingChunk.Request;
import tributary.command.line.Parsed;
import tributary.command.line.Unreadable;
import tributary.events.AccountId;
import tributary.events.ContactEvent.ContactCreated;
import tributary.events.ContactId;
import tributary.events.DealEvent.DealChanged;
import tributary.events.DealEvent.DealCreated;
import tributary.events.InteractionsRecorded;
import tributary.events.Refusal;
import tributary.store.Caller;

/// Requests that are recorded in one transaction are answered each for itself.
@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupTest {
    private static final AccountId OTHER = new AccountId("other");
    private static final String ACT = "{'type':'interaction','kind':'PAGE_VIEW','visitor':'%s'}";
    private static final String DEAL = "{'type':'deal.create','at':'2023-04-01T00:00:00Z','deal':'d','stage':'open'}";
    private static final String WIN =
            "{'type':'deal.change','at':'2023-04-02T00:00:00Z','deal':'d','stage':'closedwon'}";
    private static final String NONSENSE = "{'type':'nonsense'}";

    @TempDir
    private Path folder;

    private Clerk clerk;
    private ChunkQueue queue;
    private final List<WaitingChunk> sent = new ArrayList<>();

    @BeforeEach
    void open() {
        clerk = Clerk.withAccount(folder);
        clerk.open(OTHER.value());
        queue = new ChunkQueue(IntakeLimits.STANDARD);
    }

    @AfterEach
    void close() {
        clerk.close();
    }

    private WaitingChunk send(Caller caller, boolean strict, String... lines) {
        return send(new Request(caller.account(), caller, strict), parsed(lines));
    }

    private WaitingChunk send(String... lines) {
        return send(Clerk.token(), false, lines);
    }

    private WaitingChunk send(Request request, Parsed... lines) {
        var numbered = new ArrayList<Numbered>();
        for (var line : lines) numbered.add(new Numbered(numbered.size() + 1, line));
        var chunk = new WaitingChunk(request, numbered, 100);
        queue.put(chunk, Duration.ZERO);
        sent.add(chunk);
        return chunk;
    }

    private static Parsed[] parsed(String... lines) {
        var parsed = new Parsed[lines.length];
        for (int i = 0; i < lines.length; i++) {
            var bytes = quoted(lines[i]).getBytes(StandardCharsets.UTF_8);
            parsed[i] = LineReader.read(bytes, 0, bytes.length, Clerk.NOW);
        }
        return parsed;
    }

    /// All that was sent so far, in one go.
    private void recordTogether() {
        new Recorder(queue, clerk.bean(Chunks.class), new IntakeMeters(queue)).close();
    }

    private static Tally.Answer answer(WaitingChunk chunk) {
        var taken = chunk.taken();
        return taken.tally().at(taken.position());
    }

    private static String act(String visitor) {
        return ACT.formatted(visitor);
    }

    @Test
    void the_interactions_of_one_sender_are_one_fact_in_the_order_of_arrival() {
        for (int i = 0; i < 5; i++) send(act("v" + i));
        recordTogether();

        assertThat(clerk.interactions()).extracting("visitor").containsExactly("v0", "v1", "v2", "v3", "v4");
        assertThat(recorded(InteractionsRecorded.class)).hasSize(1);
        for (var chunk : sent) assertThat(answer(chunk).accepted()).isEqualTo(1);
    }

    private <F> List<F> recorded(Class<F> type) {
        return clerk.facts().stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void each_account_and_each_sender_has_a_fact_of_its_own() {
        send(act("v0"));
        send(Clerk.token(OTHER), false, act("w0"));
        send(Clerk.writeKey(), false, act("k0"));
        send(Clerk.token(OTHER), false, act("w1"));
        send(act("v1"));
        recordTogether();

        assertThat(recorded(InteractionsRecorded.class))
                .extracting(batch -> batch.account() + " " + batch.source() + " "
                        + batch.interactions().size())
                .containsExactlyInAnyOrder("acme access-acme 2", "other access-other 2", "acme key 1");
    }

    @Test
    void each_request_is_told_of_its_own_lines_by_its_own_numbers() {
        var good = send(act("v0"), act("v1"));
        var mixed = send(act("v2"), NONSENSE, DEAL);
        var bad = send(NONSENSE);
        recordTogether();

        assertThat(answer(good))
                .isEqualTo(new Tally.Answer(
                        2, 0, List.of(), clerk.database().facts().head()));
        assertThat(answer(mixed).accepted()).isEqualTo(2);
        assertThat(answer(mixed).problems()).extracting(Tally.Problem::line).containsExactly(2L);
        assertThat(answer(bad).accepted()).isZero();
        assertThat(answer(bad).problems()).extracting(Tally.Problem::line).containsExactly(1L);
    }

    @Test
    void a_strict_request_that_is_refused_leaves_those_around_it_whole() {
        var before = send(act("v0"), DEAL);
        var refused = send(
                Clerk.token(),
                true,
                act("no"),
                WIN,
                "{'type':'contact.create','contact':'anna','email':'anna@example.com','id':'c'}",
                NONSENSE);
        var after =
                send(act("v1"), WIN, "{'type':'contact.create','contact':'ben','email':'anna@example.com','id':'c'}");
        recordTogether();

        assertThat(answer(before).accepted()).isEqualTo(2);
        assertThat(answer(refused).rejected()).isEqualTo(1);
        assertThat(answer(after).accepted()).isEqualTo(3);
        assertThat(clerk.interactions()).extracting("visitor").containsExactly("v0", "v1");
        assertThat(recorded(DealCreated.class)).hasSize(1);
        assertThat(recorded(DealChanged.class)).hasSize(1);
        assertThat(recorded(ContactCreated.class))
                .extracting(created -> created.contact().value())
                .containsExactly("ben");
        assertThat(clerk.database().identities().exists(Clerk.ACME, new ContactId("anna")))
                .isFalse();
    }

    @Test
    void what_a_strict_request_recorded_is_there_for_the_next_one() {
        send(Clerk.token(), true, DEAL, act("v0"));
        var next = send(WIN);
        recordTogether();

        assertThat(answer(next).accepted()).isEqualTo(1);
        assertThat(recorded(DealChanged.class)).hasSize(1);
        assertThat(clerk.interactions()).hasSize(1);
        assertThat(clerk.send(quoted(WIN)).accepted())
                .as("sequences have no gap")
                .isEqualTo(1);
    }

    @Test
    void an_id_that_two_requests_bring_counts_once_and_both_are_told_that_it_is_there() {
        var line = "{'type':'interaction','kind':'PAGE_VIEW','visitor':'v','id':'once'}";
        var first = send(line);
        var second = send(line);
        var strict = send(Clerk.token(), true, line);
        recordTogether();

        assertThat(clerk.interactions()).hasSize(1);
        for (var chunk : List.of(first, second, strict))
            assertThat(answer(chunk).accepted()).isEqualTo(1);
    }

    @Test
    void a_request_that_fails_by_a_defect_fails_alone() {
        var before = send(act("v0"));
        var defect = send(new Request(Clerk.ACME, Clerk.token(), false), parsed(act("no"))[0], () -> "no line at all");
        var after = send(act("v1"));
        recordTogether();

        assertThat(answer(before).accepted()).isEqualTo(1);
        assertThatThrownBy(defect::taken).isInstanceOf(IllegalArgumentException.class);
        assertThat(answer(after).accepted()).isEqualTo(1);
        assertThat(clerk.interactions()).extracting("visitor").containsExactly("v0", "v1");
    }

    @Test
    void when_the_store_is_away_all_are_told_to_come_again_and_nothing_is_recorded() {
        var away = new Unreadable(new Refusal.Busy("event-store-away", "The event store is away", "it is away", 5));
        var before = send(act("v0"), DEAL);
        var then = send(new Request(Clerk.ACME, Clerk.token(), false), away);
        recordTogether();

        for (var chunk : List.of(before, then))
            assertThatThrownBy(chunk::taken)
                    .isInstanceOfSatisfying(
                            Refusal.Busy.class,
                            busy -> assertThat(busy.retryAfterSeconds()).isEqualTo(5));
        assertThat(clerk.interactions()).isEmpty();
        assertThat(recorded(DealCreated.class)).isEmpty();
        assertThat(clerk.send(quoted(act("v0")), quoted(DEAL)).accepted()).isEqualTo(2);
    }

    @Test
    void of_a_request_that_was_broken_off_nothing_that_follows_is_recorded() {
        var request = new Request(Clerk.ACME, Clerk.token(), false);
        send(request, parsed(act("v0")));
        var defect = send(request, () -> "no line at all");
        var following = send(request, parsed(act("no")));
        recordTogether();

        assertThatThrownBy(defect::taken).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(following::taken).isInstanceOf(IllegalArgumentException.class);
        assertThat(clerk.interactions()).extracting("visitor").containsExactly("v0");
    }
}
