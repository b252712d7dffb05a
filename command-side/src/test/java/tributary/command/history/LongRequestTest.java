package tributary.command.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tributary.command.history.BadLinesTest.quoted;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tributary.command.Clerk;
import tributary.command.history.WaitingChunk.Request;
import tributary.command.history.WaitingChunk.Taken;
import tributary.events.Refusal;

/// A full queue refuses a short request, and holds a long one up.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class LongRequestTest {
    private static final String ACT = quoted("{'type':'interaction','kind':'PAGE_VIEW','visitor':'v'}\n");

    @TempDir
    private Path folder;

    private Clerk clerk;
    private ChunkQueue queue;
    private HistoryIntake intake;

    @BeforeEach
    void open() {
        clerk = Clerk.withAccount(folder);
        queue = new ChunkQueue(new IntakeLimits(2, 1 << 30, 10));
        intake = new HistoryIntake(queue, clerk.database().facts(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        clerk.close();
    }

    private Tally.Answer take(int lines) {
        var body = new Body(new ByteArrayInputStream(ACT.repeat(lines).getBytes(StandardCharsets.UTF_8)));
        return intake.take(Clerk.ACME, Clerk.token(), new NdjsonLines(body));
    }

    private CompletableFuture<Tally.Answer> takeMeanwhile(int lines) {
        return CompletableFuture.supplyAsync(() -> take(lines), Executors.newVirtualThreadPerTaskExecutor());
    }

    private void fillQueue() {
        var nothing = new WaitingChunk(new Request(Clerk.ACME, Clerk.token(), false), List.of(), 0);
        queue.put(nothing, Duration.ZERO);
    }

    private void recordNext() throws InterruptedException {
        var group = queue.next();
        var recorded = clerk.bean(Chunks.class).record(group);
        for (int i = 0; i < group.size(); i++)
            group.get(i).take(new Taken(recorded.tallies().get(i), recorded.position()));
    }

    @Test
    void a_short_request_is_refused_at_once_and_nothing_of_it_is_recorded() throws InterruptedException {
        fillQueue();

        assertThatThrownBy(() -> take(10)).isInstanceOfSatisfying(Refusal.Busy.class, full -> {
            assertThat(full.reason()).isEqualTo("intake-full");
            assertThat(full.particulars()).containsEntry("accepted", 0L).containsEntry("rejected", 0L);
        });
        recordNext();
        assertThat(clerk.facts()).isEmpty();
    }

    @Test
    void a_long_request_is_held_up_until_there_is_room() throws InterruptedException {
        fillQueue();
        var answer = takeMeanwhile(3_500);
        while (clerk.interactions().size() < 3_500) recordNext();

        assertThat(answer.join().accepted()).isEqualTo(3_500);
        assertThat(answer.join().position()).isEqualTo(clerk.database().facts().head());
    }

    @Test
    void a_long_request_that_cannot_be_finished_tells_what_was_recorded_of_it() throws InterruptedException {
        var answer = takeMeanwhile(3_500);
        recordNext();
        recordNext();
        queue.end();
        for (var left = queue.next(); !left.isEmpty(); left = queue.next())
            for (var chunk : left) chunk.fail(Refusal.Busy.ending());

        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Refusal.Busy.class,
                        ending -> assertThat(ending.particulars())
                                .containsEntry("accepted", 2_000L)
                                .containsEntry(
                                        "position", clerk.database().facts().head()));
        assertThat(clerk.interactions()).hasSize(2_000);
    }

    @Test
    void when_the_store_is_away_in_the_midst_what_follows_is_not_recorded() throws InterruptedException {
        var away = new Refusal.Busy("event-store-away", "The event store is away", "it is away", 5);
        var answer = takeMeanwhile(3_500);
        recordNext();
        queue.next().getFirst().fail(away);
        var recorder = new Recorder(queue, clerk.bean(Chunks.class), new IntakeMeters(queue));

        assertThatThrownBy(answer::join).cause().isInstanceOfSatisfying(Refusal.Busy.class, told -> {
            assertThat(told.reason()).isEqualTo("event-store-away");
            assertThat(told.particulars()).containsEntry("accepted", 1_000L);
        });
        recorder.close();
        assertThat(clerk.interactions()).hasSize(1_000);
    }
}
