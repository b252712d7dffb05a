package tributary.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.events.AccountEvent;
import tributary.events.AssetEvent;
import tributary.events.CampaignEvent;
import tributary.events.ContactEvent;
import tributary.events.Fact;
import tributary.events.InteractionsRecorded;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LiveFiguresTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void live_judged_anew_and_rebuilt_figures_are_the_same(long seed) throws Exception {
        Map<String, Object> live;
        try (var world = new World(folder).started()) {
            live = recordedBitByBit(world, seed);
            assertThat(world.renewal.rejudge(World.ACME, Optional.empty(), Progress.UNSEEN))
                    .isEqualTo(Differences.NONE);
            assertThat(world.told(World.ACME)).isEqualTo(live);
            assertThat(world.renewal.replay(World.ACME, Optional.empty(), Progress.UNSEEN))
                    .isEqualTo(Differences.NONE);
            assertThat(world.told(World.ACME)).isEqualTo(live);
        }
        try (var restarted = new World(folder).started()) {
            assertThat(restarted.told(World.ACME)).isEqualTo(live);
        }
    }

    /// Each hundred steps change some two hundred of a thousand persons: too many for one thread, too few to judge all.
    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void many_that_changed_together_are_judged_as_if_everything_were_judged_anew(long seed) throws Exception {
        var facts = new ArrayList<>(new MadeUpHistory(World.ACME, seed, 1_000).facts(1_400));
        facts.removeIf(fact -> fact instanceof AccountEvent.AccountChanged); // after which all are judged
        try (var world = new World(folder).started()) {
            for (var to = 900; to <= facts.size(); to += 100) {
                world.record(World.ACME, facts.subList(to == 900 ? 0 : to - 100, to));
                for (var ruleSet : List.of("2023-09", "2024-11")) world.told(World.ACME, ruleSet);
            }
            var live = world.told(World.ACME);
            assertThat(world.renewal.rejudge(World.ACME, Optional.empty(), Progress.UNSEEN))
                    .isEqualTo(Differences.NONE);
            assertThat(world.told(World.ACME)).isEqualTo(live);
        }
    }

    /// Asking in between makes the figures be judged in between.
    private static Map<String, Object> recordedBitByBit(World world, long seed) {
        var random = new Random(seed);
        var facts = new MadeUpHistory(World.ACME, seed, 12).facts(250);
        for (int from = 0, to; from < facts.size(); from = to) {
            to = Math.min(facts.size(), from + 1 + random.nextInt(20));
            world.record(World.ACME, facts.subList(from, to));
            if (random.nextBoolean()) world.told(World.ACME, random.nextBoolean() ? "2023-09" : "2024-11");
        }
        return world.told(World.ACME);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void facts_in_another_order_repeated_and_split_otherwise_give_the_same_figures(long seed) throws Exception {
        var facts = new MadeUpHistory(World.ACME, seed, 10).facts(200);
        Map<String, Object> inOrder;
        try (var world = new World(folder.resolve("a")).started()) {
            world.record(World.ACME, facts);
            inOrder = world.told(World.ACME);
        }
        try (var world = new World(folder.resolve("b")).started()) {
            for (var fact : delayed(split(facts), new Random(seed))) world.record(World.ACME, List.of(fact));
            assertThat(world.told(World.ACME)).isEqualTo(inOrder);
        }
    }

    private static List<Fact> split(List<Fact> facts) {
        var split = new ArrayList<Fact>();
        for (var fact : facts) {
            if (fact instanceof InteractionsRecorded(var account, var source, var interactions))
                for (var interaction : interactions)
                    split.add(new InteractionsRecorded(account, source, List.of(interaction)));
            else split.add(fact);
        }
        return split;
    }

    /// Facts that may come late come late.
    private static List<Fact> delayed(List<Fact> facts, Random random) {
        var inTime = new ArrayList<Fact>();
        var late = new ArrayList<Fact>();
        for (var fact : facts) {
            var mayBeLate = fact instanceof InteractionsRecorded
                    || fact instanceof ContactEvent.VisitorIdentified
                    || fact instanceof CampaignEvent.AssetAssociated
                    || fact instanceof CampaignEvent.AssetDissociated
                    || fact instanceof CampaignEvent.CampaignChanged
                    || fact instanceof AssetEvent;
            (mayBeLate && random.nextInt(3) == 0 ? late : inTime).add(fact);
        }
        Collections.shuffle(late, random);
        inTime.addAll(late);
        return inTime;
    }

    @Test
    void as_of_an_instant_only_what_was_recorded_by_then_counts() throws Exception {
        var facts = new MadeUpHistory(World.ACME, 21, 10).facts(150);
        try (var world = new World(folder).started()) {
            world.record(World.ACME, facts.subList(0, 100));
            var then = world.told(World.ACME);
            var instant = world.now;
            world.now = instant.plusSeconds(60);
            world.record(World.ACME, facts.subList(100, facts.size()));
            assertThat(world.told(World.ACME)).isNotEqualTo(then);
            assertThat(world.toldAsOf(World.ACME, instant)).isEqualTo(then);
            assertThat(world.toldAsOf(World.ACME, world.now)).isEqualTo(world.told(World.ACME));
        }
    }
}
