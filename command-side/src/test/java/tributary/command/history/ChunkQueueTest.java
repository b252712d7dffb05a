package tributary.command.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tributary.command.history.LineReader.Numbered;
import tributary.command.history.WaitingChunk.Request;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.store.Caller;

/// What waits is bounded, and accounts take turns.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class ChunkQueueTest {
    private static final long MEGABYTE = 1 << 20;

    private final ChunkQueue queue = new ChunkQueue(new IntakeLimits(1_000, 64 * MEGABYTE, 10));

    private static WaitingChunk of(String account, long bytes) {
        var caller = new Caller(new AccountId(account), "token of " + account, Set.of(), false);
        return new WaitingChunk(new Request(caller.account(), caller, false), List.of(), bytes);
    }

    private static WaitingChunk put(ChunkQueue queue, String account, long bytes) {
        var chunk = of(account, bytes);
        queue.put(chunk, Duration.ZERO);
        return chunk;
    }

    private static List<String> accounts(List<WaitingChunk> group) {
        return group.stream().map(chunk -> chunk.request().account().value()).toList();
    }

    @Test
    void who_floods_keeps_nobody_else_waiting() throws InterruptedException {
        for (int i = 0; i < 300; i++) put(queue, "flood", 100_000);
        put(queue, "small", 100);

        assertThat(accounts(queue.next()))
                .containsExactly(
                        "flood", "flood", "flood", "small", "flood", "flood", "flood", "flood", "flood", "flood");
    }

    @Test
    void who_comes_while_another_floods_is_in_the_next_group() throws InterruptedException {
        for (int i = 0; i < 300; i++) put(queue, "flood", 100_000);
        for (int round = 0; round < 10; round++) {
            queue.next();
            put(queue, "small", 100);
            assertThat(accounts(queue.next())).contains("small");
        }
    }

    @Test
    void two_that_flood_share_evenly_by_bytes_and_not_by_requests() throws InterruptedException {
        for (int i = 0; i < 40; i++) put(queue, "large", 400_000);
        for (int i = 0; i < 400; i++) put(queue, "small", 40_000);

        long large = 0;
        long small = 0;
        for (int group = 0; group < 10; group++)
            for (var chunk : queue.next())
                if (accounts(List.of(chunk)).equals(List.of("large"))) large += chunk.bytes();
                else small += chunk.bytes();

        assertThat((double) large / small).isBetween(0.8, 1.25);
    }

    @Test
    void chunks_of_one_account_keep_their_order() throws InterruptedException {
        var sent = new ArrayList<WaitingChunk>();
        for (int i = 0; i < 35; i++) {
            sent.add(put(queue, "one", 50_000));
            put(queue, "two", 90_000);
        }

        var taken = new ArrayList<WaitingChunk>();
        while (taken.size() < 70) taken.addAll(queue.next());
        taken.removeIf(chunk -> chunk.request().account().value().equals("two"));

        assertThat(taken).containsExactlyElementsOf(sent);
    }

    @Test
    void a_group_has_no_more_requests_than_it_may() throws InterruptedException {
        for (int i = 0; i < 25; i++) put(queue, "one", 10);

        assertThat(queue.next()).hasSize(10);
        assertThat(queue.next()).hasSize(10);
        assertThat(queue.next()).hasSize(5);
    }

    @Test
    void a_group_has_a_bounded_number_of_bytes() throws InterruptedException {
        for (int i = 0; i < 10; i++) put(queue, "one", Limits.COMMIT_BYTES / 2);

        assertThat(queue.next()).hasSize(2);
    }

    @Test
    void who_would_be_too_many_is_told_how_many_may_wait_and_when_to_come_again() {
        var queue = new ChunkQueue(new IntakeLimits(4, MEGABYTE, 10));
        put(queue, "one", 10);
        put(queue, "one", 10);

        assertThatThrownBy(() -> put(queue, "one", 10)).isInstanceOfSatisfying(Refusal.Busy.class, full -> {
            assertThat(full.reason()).isEqualTo("intake-full");
            assertThat(full.detail()).contains("2 requests with 20 bytes wait", "fewer than 4 requests");
            assertThat(full.retryAfterSeconds()).isPositive();
        });
    }

    @Test
    void bytes_are_bounded_too() {
        var queue = new ChunkQueue(new IntakeLimits(100, MEGABYTE, 10));
        put(queue, "one", 2 * MEGABYTE);

        assertThatThrownBy(() -> put(queue, "two", 10)).isInstanceOf(Refusal.Busy.class);
    }

    @Test
    void whoever_comes_while_others_flood_finds_room() {
        var queue = new ChunkQueue(new IntakeLimits(100, 64 * MEGABYTE, 10));
        for (var account : List.of("a", "b", "c"))
            assertThat(fill(queue, account)).isPositive();

        assertThat(fill(queue, "newcomer")).isPositive();
    }

    private static int fill(ChunkQueue queue, String account) {
        int put = 0;
        try {
            for (; put < 1_000; put++) put(queue, account, 10);
        } catch (Refusal.Busy full) {
            return put;
        }
        throw new AssertionError("the queue has no bound");
    }

    @Test
    void there_is_room_again_when_a_group_was_taken() throws InterruptedException {
        var queue = new ChunkQueue(new IntakeLimits(20, MEGABYTE, 10));
        fill(queue, "one");

        queue.next();

        assertThat(fill(queue, "one")).isEqualTo(10);
    }

    @Test
    void who_is_patient_is_let_in_when_there_is_room() throws InterruptedException {
        var queue = new ChunkQueue(new IntakeLimits(2, MEGABYTE, 10));
        put(queue, "one", 10);
        var patient = of("one", 10);
        var thread = Thread.ofVirtual().start(() -> queue.put(patient, Duration.ofMinutes(1)));

        queue.next();
        thread.join();

        assertThat(queue.next()).containsExactly(patient);
    }

    @Test
    void after_its_end_it_takes_nothing_more_and_gives_out_what_waits() throws InterruptedException {
        var waiting = put(queue, "one", 10);

        queue.end();

        assertThatThrownBy(() -> put(queue, "one", 10))
                .isInstanceOfSatisfying(
                        Refusal.Busy.class,
                        ending -> assertThat(ending.reason()).isEqualTo("server-ending"));
        assertThat(queue.next()).containsExactly(waiting);
        assertThat(queue.next()).isEmpty();
    }

    @Test
    void memory_is_counted_by_lines_besides_bytes() {
        var queue = new ChunkQueue(new IntakeLimits(100, MEGABYTE, 10));
        var caller = new Caller(new AccountId("one"), "token", Set.of(), false);
        var lines = Collections.nCopies(10_000, new Numbered(1, null));
        queue.put(new WaitingChunk(new Request(caller.account(), caller, false), lines, 20_000), Duration.ZERO);

        assertThatThrownBy(() -> put(queue, "two", 10)).isInstanceOf(Refusal.Busy.class);
    }
}
