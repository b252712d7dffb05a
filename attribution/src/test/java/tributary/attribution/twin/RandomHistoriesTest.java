package tributary.attribution.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;

/// On random histories the judge finds exactly what its slow, obvious twin finds, in whatever order facts arrive
/// (invariant 7 of docs/rules.md).
@Domain(Histories.class)
class RandomHistoriesTest {
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void the_judge_finds_what_the_twin_finds(@ForAll History history, @ForAll String ruleSet) {
        holds(history, it -> Difference.between(it.byTwin(ruleSet), it.byJudge(ruleSet)));
    }

    /// More than fit into the bits of one number.
    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void so_it_does_with_many_campaigns_of_one_utm_value(@ForAll History history, @ForAll String ruleSet) {
        var lines = new ArrayList<Line>();
        for (var i = 0; i < 70; i++) lines.add(new Line.CampaignCreate(Instant.EPOCH, "M" + i, "Spring"));
        lines.addAll(history.lines());
        var crowded = new History(history.seed(), history.account(), lines);
        holds(crowded, it -> Difference.between(it.byTwin(ruleSet), it.byJudge(ruleSet)));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void the_order_of_arrival_does_not_matter(@ForAll History history) {
        holds(
                history,
                it -> Difference.between(
                        it.byTwin("2023-09"), it.shuffled(new Random(it.seed())).byJudge("2023-09")));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void repeated_facts_do_not_matter(@ForAll History history) {
        holds(
                history,
                it -> Difference.between(
                        it.byTwin("2023-09"), it.repeated(new Random(it.seed())).byJudge("2023-09")));
    }

    /// When two findings differ, the smallest history that still makes them do so is told.
    private static void holds(History history, Function<History, List<String>> difference) {
        if (difference.apply(history).isEmpty()) return;
        var smallest = Smallest.of(history, fewer -> !difference.apply(fewer).isEmpty());
        assertThat(difference.apply(smallest))
                .describedAs("%s", smallest.told())
                .isEmpty();
    }
}
