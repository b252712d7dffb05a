package tributary.command.history;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.command.history.BadLinesTest.quoted;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tributary.command.Clerk;
import tributary.command.Clerk.Answer;

/// A whole command side whose writer does not get on.
@Timeout(60)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FullQueueTest {
    private static final String BOUND = "tributary.queue.requests";
    private static final String ACT = quoted("{'type':'interaction','kind':'PAGE_VIEW','visitor':'v'}");

    @TempDir
    private Path folder;

    private Clerk clerk;

    @BeforeEach
    void open() {
        System.setProperty(BOUND, "2");
        clerk = Clerk.withAccount(folder);
    }

    @AfterEach
    void close() {
        System.clearProperty(BOUND);
        clerk.close();
    }

    @Test
    void whoever_is_too_many_is_told_so_and_the_others_are_recorded_when_the_writer_gets_on() {
        var held = clerk.database().transactions().startTransaction();
        List<CompletableFuture<Answer>> sent;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // One may be in the hands of the writer and one may wait; for a third there is no room.
            sent = Stream.generate(() -> CompletableFuture.supplyAsync(() -> clerk.send(ACT), threads))
                    .limit(3)
                    .toList();
            var refused = (Answer) CompletableFuture.anyOf(sent.toArray(CompletableFuture[]::new))
                    .join();
            held.rollback();

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.detail()).contains("expected fewer than 2 requests");
            assertThat(refused.accepted()).isZero();
        }
        var statuses =
                sent.stream().map(CompletableFuture::join).map(Answer::status).toList();
        assertThat(statuses).contains(200, 503).containsOnly(200, 503);
        assertThat(clerk.interactions()).hasSize(Collections.frequency(statuses, 200));
    }
}
