package tributary.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.events.AccountId;
import tributary.events.Fact;
import tributary.query.cluster.Segments;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SnapshotsTest {
    private static final AccountId GLOBEX = new AccountId("globex");

    private final HeapSnapshots snapshots = new HeapSnapshots();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void who_begins_with_a_snapshot_tells_the_same_as_who_folds_all_facts(long seed) throws Exception {
        var facts = facts(seed);
        keptAfter(new Random(seed).nextInt(1, facts.size()), facts);
        Map<String, Object> whole;
        try (var world = new World(folder).started()) {
            whole = told(world);
        }

        for (var times = 0; times < 2; times++) {
            try (var world = new World(folder, snapshots).started()) {
                assertThat(snapshots.read()).isEqualTo(times + 1);
                assertThat(told(world)).isEqualTo(whole);
                assertThat(world.renewal.rejudge(World.ACME, Optional.empty(), Progress.UNSEEN))
                        .isEqualTo(Differences.NONE);
                world.keeper.keepNow(); // of journeys that were read themselves
                assertThat(world.renewal.replay(World.ACME, Optional.empty(), Progress.UNSEEN))
                        .isEqualTo(Differences.NONE);
            }
        }
        assertThat(snapshots.label(World.ACME).orElseThrow().position()).isEqualTo(facts.size());
    }

    private static Map<String, Object> told(World world) {
        var told = new TreeMap<>(world.told(World.ACME));
        world.told(World.ACME, "2024-11").forEach((name, value) -> told.put("2024-11 " + name, value));
        world.toldAsOf(World.ACME, Instant.parse("2024-01-01T00:05:30Z"))
                .forEach((name, value) -> told.put("as of " + name, value));
        return told;
    }

    private static List<Fact> facts(long seed) {
        return new MadeUpHistory(World.ACME, seed, 200).facts(900);
    }

    /// Records all facts, and keeps a snapshot in between.
    private void keptAfter(int count, List<? extends Fact> facts) {
        try (var world = new World(folder, snapshots).started()) {
            record(world, facts.subList(0, count));
            world.told(World.ACME);
            world.keeper.keepNow();
            assertThat(snapshots.label(World.ACME).orElseThrow().position()).isEqualTo(count);
            record(world, facts.subList(count, facts.size()));
        }
    }

    /// A hundred a minute.
    private static void record(World world, List<? extends Fact> facts) {
        for (var from = 0; from < facts.size(); from += 100) {
            world.now = world.now.plusSeconds(60);
            world.record(World.ACME, facts.subList(from, Math.min(facts.size(), from + 100)));
        }
    }

    @Test
    void nothing_is_kept_of_what_is_only_half_folded() {
        try (var world = new World(folder, snapshots)) {
            record(world, facts(1));
            var all = new JourneyProjection(world.ledgers, world.stoppages);
            world.rebuild.into(all, _ -> true, 0, 1);
            world.keeper.keepDue();
            assertThat(snapshots.label(World.ACME)).isEmpty();

            world.started();
            world.keeper.keepDue();
            assertThat(snapshots.label(World.ACME)).isPresent();
        }
    }

    @Test
    void a_node_that_takes_a_segment_begins_with_a_snapshot() throws Exception {
        keptAfter(500, facts(1));
        Map<String, Object> whole;
        try (var world = new World(folder).started()) {
            whole = world.told(World.ACME);
        }
        try (var world = World.sharing(folder, snapshots).started()) {
            world.segments.load(Set.of(Segments.of(World.ACME)));
            assertThat(snapshots.read()).isEqualTo(1);
            assertThat(world.told(World.ACME)).isEqualTo(whole);
        }
    }

    @Test
    void an_account_without_a_snapshot_is_folded_beside_one_with() throws Exception {
        try (var world = new World(folder, snapshots)) {
            world.record(GLOBEX, new MadeUpHistory(GLOBEX, 2, 50).facts(200));
        }
        try (var world = new World(folder, snapshots).started()) {
            record(world, facts(1));
            world.told(World.ACME);
            world.keeper.keepNow();
        }
        snapshots.forget(GLOBEX);
        Map<String, Object> acme;
        Map<String, Object> globex;
        try (var world = new World(folder).started()) {
            acme = world.told(World.ACME);
            globex = world.told(GLOBEX);
        }
        try (var world = new World(folder, snapshots).started()) {
            assertThat(world.told(World.ACME)).isEqualTo(acme);
            assertThat(snapshots.read()).isEqualTo(1);
            assertThat(world.told(GLOBEX)).isEqualTo(globex);
        }
    }

    @Test
    void a_snapshot_that_cannot_be_read_is_passed_over() throws Exception {
        keptAfter(500, facts(1));
        snapshots.spoil(World.ACME);

        assertThatAllIsFolded();
    }

    @Test
    void a_snapshot_that_ends_too_early_is_passed_over() throws Exception {
        keptAfter(500, facts(1));
        snapshots.cutOff(World.ACME);

        assertThatAllIsFolded();
    }

    @Test
    void snapshots_that_are_away_are_done_without() throws Exception {
        keptAfter(500, facts(1));
        snapshots.away(true);

        assertThatAllIsFolded();
    }

    private void assertThatAllIsFolded() throws Exception {
        Map<String, Object> whole;
        try (var world = new World(folder).started()) {
            whole = world.told(World.ACME);
        }
        try (var world = new World(folder, snapshots).started()) {
            assertThat(world.told(World.ACME)).isEqualTo(whole);
        }
    }

    @Test
    void a_snapshot_of_another_store_is_passed_over() throws Exception {
        keptAfter(500, facts(1));
        var other = folder.resolve("other");
        assertThat(other.toFile().mkdir()).isTrue();
        Map<String, Object> whole;
        try (var world = new World(other, snapshots).started()) {
            world.now = world.now.plusSeconds(1);
            record(world, facts(2));
            whole = world.told(World.ACME);
        }
        try (var world = new World(other, snapshots).started()) {
            assertThat(world.told(World.ACME)).isEqualTo(whole);
        }
        assertThat(snapshots.read()).isZero();
    }

    @Test
    void what_is_in_no_snapshot_is_kept_at_the_end() {
        try (var world = new World(folder, snapshots).started()) {
            world.keeper.start();
            record(world, facts(1));
            world.told(World.ACME);
            world.keeper.stop();
        }

        assertThat(snapshots.label(World.ACME).orElseThrow().position()).isEqualTo(facts(1).size());
    }

    @Test
    void a_snapshot_that_could_not_be_kept_is_kept_later() {
        try (var world = new World(folder, snapshots).started()) {
            record(world, facts(1));
            world.told(World.ACME);
            var ledger = world.ledgers.of(World.ACME);
            snapshots.away(true);
            world.keeper.keepNow();
            assertThat(ledger.unkept()).isEqualTo(1);
            assertThat(world.told(World.ACME)).isNotEmpty();

            snapshots.away(false);
            world.keeper.keepNow();
            assertThat(ledger.unkept()).isZero();
        }
    }

    @Test
    void after_a_replay_the_snapshot_is_of_journeys_that_are_no_more() {
        try (var world = new World(folder, snapshots).started()) {
            record(world, facts(1));
            world.told(World.ACME);
            world.keeper.keepNow();
            var ledger = world.ledgers.of(World.ACME);
            assertThat(ledger.unkept()).isZero();

            world.renewal.replay(World.ACME, Optional.empty(), Progress.UNSEEN);
            assertThat(ledger.unkept()).isEqualTo(1);
        }
    }
}
