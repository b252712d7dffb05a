package tributary.attribution.datadriven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tributary.attribution.datadriven.Told.chain;
import static tributary.attribution.datadriven.Told.lost;
import static tributary.attribution.datadriven.Told.paths;
import static tributary.attribution.datadriven.Told.shares;
import static tributary.attribution.datadriven.Told.won;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// The worked examples of docs/data-driven-models.md, and the cases at the edge.
@DisplayNameGeneration(ReplaceUnderscores.class)
class MarkovTest {
    private static final Offset<Double> EXACTLY = within(1e-12);

    /// The paths of the worked example.
    private static final List<Told.Path> EXAMPLE = List.of(won("ABC", 60_000), lost("B"), lost("BC"));

    @Test
    void transitions_are_as_probable_as_they_were_frequent() {
        var chain = new MarkovChain(paths(EXAMPLE), Told.ID);

        assertThat(chain.probability(chain.start(), 0)).isEqualTo(1.0 / 3);
        assertThat(chain.probability(chain.start(), 1)).isEqualTo(2.0 / 3);
        assertThat(chain.probability(0, 1)).isEqualTo(1);
        assertThat(chain.probability(1, 2)).isEqualTo(2.0 / 3);
        assertThat(chain.probability(1, chain.ended())).isEqualTo(1.0 / 3);
        assertThat(chain.probability(2, chain.converted())).isEqualTo(0.5);
        assertThat(chain.probability(2, chain.ended())).isEqualTo(0.5);
    }

    @Test
    void a_removal_effect_is_the_part_of_conversions_that_would_be_lost() {
        var chain = new MarkovChain(paths(EXAMPLE), Told.ID);

        assertThat(chain.conversion()).isCloseTo(1.0 / 3, EXACTLY);
        assertThat(effects(chain)).containsExactly(new double[] {1.0 / 3, 1, 1}, EXACTLY);
    }

    @Test
    void money_is_shared_in_proportion_to_removal_effects() {
        assertThat(shares(CampaignShares.markov(paths(EXAMPLE), Told.ID), 3)).containsExactly(8_572L, 25_714L, 25_714L);
    }

    @Test
    void a_campaign_on_every_path_is_worth_all_conversions() {
        assertThat(effects(chain(won("A", 100), won("AB", 100), lost("A")))[0]).isEqualTo(1.0);
    }

    @Test
    void a_campaign_that_leads_nowhere_has_no_effect() {
        var told = List.of(won("A", 100), lost("B"));

        assertThat(effects(new MarkovChain(paths(told), Told.ID))).containsExactly(1.0, 0.0);
        assertThat(shares(CampaignShares.markov(paths(told), Told.ID), 2)).containsExactly(100L, 0L);
    }

    @Test
    void without_any_path_nothing_converts_and_nothing_is_shared() {
        var chain = chain();

        assertThat(chain.size()).isZero();
        assertThat(chain.conversion()).isZero();
        assertThat(CampaignShares.markov(paths(List.of()), Told.ID).total()).isZero();
    }

    @Test
    void without_a_won_deal_no_campaign_has_an_effect() {
        var told = List.of(lost("AB"));

        assertThat(effects(new MarkovChain(paths(told), Told.ID))).containsExactly(0.0, 0.0);
        assertThat(CampaignShares.markov(paths(told), Told.ID).total()).isZero();
    }

    @Test // D-45
    void a_deal_that_no_campaign_led_to_has_no_part_in_it() {
        var told = List.of(won("A", 100), won("", 900));

        assertThat(new MarkovChain(paths(told), Told.ID).conversion()).isEqualTo(1);
        assertThat(CampaignShares.markov(paths(told), Told.ID).total()).isEqualTo(100);
    }

    @Test
    void of_equal_remainders_the_first_id_gets_the_last_cent() {
        assertThat(shares(CampaignShares.markov(paths(List.of(won("BA", 101))), Told.ID), 2))
                .containsExactly(51L, 50L);
    }

    @Test // D-43
    void a_negative_amount_is_shared_by_its_absolute_value() {
        assertThat(shares(CampaignShares.markov(paths(List.of(won("BA", -101))), Told.ID), 2))
                .containsExactly(-51L, -50L);
    }

    @Test
    void a_campaign_met_twice_running_changes_no_removal_effect() {
        var once = chain(won("ABA", 1), won("BC", 1), lost("AC"), lost("B"));
        var again = chain(won("ABBA", 1), won("BCCC", 1), lost("AAC"), lost("B"));

        assertThat(effects(again)).containsExactly(effects(once));
        assertThat(again.conversion()).isCloseTo(once.conversion(), EXACTLY);
        assertThat(again.probability(2, 2)).isEqualTo(0.5);
    }

    private static double[] effects(MarkovChain chain) {
        return IntStream.range(0, chain.size())
                .mapToDouble(state -> chain.removalEffect(state) / MarkovChain.UNIT)
                .toArray();
    }
}
