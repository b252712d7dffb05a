package tributary.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.events.AccountId;
import tributary.events.Fact;
import tributary.events.Refusal;
import tributary.query.cluster.Segments;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LiveSegmentsTest {
    private static final List<AccountId> ACCOUNTS = IntStream.range(0, 6)
            .mapToObj(number -> new AccountId("a" + number))
            .toList();
    private static final Set<Integer> SEGMENTS =
            ACCOUNTS.stream().map(Segments::of).collect(Collectors.toSet());
    private static final int FACTS = 300;

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = World.sharing(folder).started();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void nothing_is_answered_of_an_account_whose_segment_is_not_held() {
        record(FACTS);
        for (var account : ACCOUNTS)
            assertThatThrownBy(() -> world.told(account))
                    .isInstanceOf(Refusal.Busy.class)
                    .hasMessageContaining("no node has the journeys");

        world.segments.load(SEGMENTS);
        assertAllAreRight();
        SEGMENTS.forEach(world.segments::drop);
        assertThatThrownBy(() -> world.told(ACCOUNTS.getFirst())).isInstanceOf(Refusal.Busy.class);
        assertThat(world.ledgers.all()).isEmpty();
    }

    @Test
    void segments_that_come_and_go_while_facts_go_on_lack_nothing_and_count_nothing_twice() {
        var recording = CompletableFuture.runAsync(() -> record(FACTS));
        do {
            world.segments.load(SEGMENTS);
            world.segments.drop(Segments.of(ACCOUNTS.getFirst()));
            world.segments.load(Set.of(Segments.of(ACCOUNTS.getFirst())));
            for (var account : ACCOUNTS) world.told(account);
            SEGMENTS.forEach(world.segments::drop);
        } while (!recording.isDone());
        world.segments.load(SEGMENTS);
        assertAllAreRight();
    }

    /// One by one, by turns of the accounts, so that the stream never rests.
    private void record(int each) {
        var facts = ACCOUNTS.stream()
                .<List<? extends Fact>>map(account -> new MadeUpHistory(account, account.hashCode(), 5).facts(each))
                .toList();
        for (var number = 0; number < each; number++)
            for (var account = 0; account < ACCOUNTS.size(); account++)
                world.record(ACCOUNTS.get(account), List.of(facts.get(account).get(number)));
    }

    private void assertAllAreRight() {
        var told = ACCOUNTS.stream().map(world::told).toList();
        world.close();
        world = new World(folder).started();
        assertThat(told).isEqualTo(ACCOUNTS.stream().map(world::told).toList());
        world.close();
        world = World.sharing(folder).started();
        world.segments.load(SEGMENTS);
    }
}
