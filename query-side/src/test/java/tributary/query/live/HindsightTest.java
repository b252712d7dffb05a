package tributary.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.attribution.rules.RuleSet;
import tributary.events.AccountId;
import tributary.events.Fact;
import tributary.events.Refusal;
import tributary.store.Recorded;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HindsightTest {
    private static final RuleSet RULES = RuleSet.of("2023-09");

    @TempDir
    Path folder;

    /// What was told of an account at each position.
    private static final class Followed implements Hindsight.Follower<Map<String, Object>> {
        private final TreeMap<Long, Map<String, Object>> byPosition = new TreeMap<>();

        @Override
        public void begins(Map<String, Object> measured) {
            byPosition.put(0L, measured);
        }

        @Override
        public void goesOn(Recorded fact, Map<String, Object> measured) {
            byPosition.put(fact.position(), measured);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void after_each_fact_it_is_as_if_all_had_been_folded_and_judged_anew(long seed) throws Exception {
        var facts = new MadeUpHistory(World.ACME, seed, 8).facts(120);
        try (var world = new World(folder)) {
            world.record(World.ACME, facts.subList(0, 80));
            var since = world.now;
            world.now = since.plusSeconds(60);
            world.record(World.ACME, facts.subList(80, facts.size()));
            var told = follow(world, since, facts.size());

            assertThat(told.byPosition).hasSize(facts.size() - 80 + 1);
            assertThat(told.byPosition.get(0L)).isEqualTo(anew(world, 80));
            for (long position = 81; position <= facts.size(); position++)
                assertThat(told.byPosition.get(position)).isEqualTo(anew(world, position));
        }
    }

    private static Followed follow(World world, Instant since, long upTo) {
        var told = new Followed();
        new LiveHindsight(world.database.facts(), world.ledgers, world.rebuild)
                .follow(World.ACME, RULES, since, upTo, Told::of, told);
        return told;
    }

    private static Map<String, Object> anew(World world, long upTo) {
        var ledger = world.ledgers.blank(World.ACME);
        world.rebuild.account(ledger, 0, upTo, Progress.UNSEEN);
        return ledger.read(RULES, Optional.empty(), true, 0, Told::of);
    }

    @Test
    void facts_of_others_are_not_followed() throws Exception {
        var facts = new MadeUpHistory(World.ACME, 41, 8).facts(5);
        try (var world = new World(folder)) {
            world.record(World.ACME, facts);
            var since = world.now;
            world.now = since.plusSeconds(60);
            world.record(new AccountId("other"), new MadeUpHistory(new AccountId("other"), 41, 8).facts(5));

            assertThat(follow(world, since, world.database.facts().head()).byPosition)
                    .containsOnlyKeys(0L);
        }
    }

    @Test
    void more_facts_than_can_be_followed_are_refused_naming_an_instant_that_is_accepted() throws Exception {
        try (var world = new World(folder)) {
            var facts = new MadeUpHistory(World.ACME, 42, 8).facts(0);
            world.record(World.ACME, facts);
            var since = world.now;
            world.now = since.plusSeconds(60);
            world.record(World.ACME, many(facts.getFirst(), 10));
            world.now = since.plusSeconds(120);
            world.record(World.ACME, many(facts.getFirst(), Limits.FACTS_FOLLOWED));
            var head = world.database.facts().head();

            assertThatThrownBy(() -> follow(world, since, head))
                    .isInstanceOf(Refusal.Invalid.class)
                    .hasMessageContaining("10010 facts were recorded since " + since)
                    .hasMessageEndingWith("a since of " + since.plusSeconds(60) + " or later would be accepted");
        }
    }

    private static List<Fact> many(Fact fact, int count) {
        return new ArrayList<>(Collections.nCopies(count, fact));
    }
}
