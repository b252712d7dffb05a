package tributary.attribution.datadriven;

import static org.assertj.core.api.Assertions.assertThat;
import static tributary.attribution.datadriven.Told.lost;
import static tributary.attribution.datadriven.Told.paths;
import static tributary.attribution.datadriven.Told.shares;
import static tributary.attribution.datadriven.Told.won;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// The worked examples of docs/data-driven-models.md, and the cases at the edge.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShapleyTest {
    @Test
    void a_deal_is_shared_evenly_by_the_campaigns_of_its_path() {
        var told = List.of(won("A", 60_000), won("ABA", 30_000), won("CBA", 90_000), lost("D"));

        assertThat(shares(CampaignShares.shapley(paths(told), Told.ID), 4))
                .containsExactly(105_000L, 45_000L, 30_000L, 0L);
    }

    @Test
    void order_and_repetition_change_nothing() {
        assertThat(shares(CampaignShares.shapley(paths(List.of(won("BABBA", 100))), Told.ID), 2))
                .isEqualTo(shares(CampaignShares.shapley(paths(List.of(won("AB", 100))), Told.ID), 2));
    }

    @Test
    void what_cannot_be_halved_goes_to_the_first_ids_unit_by_unit() {
        assertThat(shares(CampaignShares.shapley(paths(List.of(won("CBA", 101))), Told.ID), 3))
                .containsExactly(34L, 34L, 33L);
    }

    @Test // D-43
    void a_negative_amount_is_shared_by_its_absolute_value() {
        assertThat(shares(CampaignShares.shapley(paths(List.of(won("BA", -101))), Told.ID), 2))
                .containsExactly(-51L, -50L);
    }

    @Test // D-45
    void a_deal_that_no_campaign_led_to_is_shared_by_nobody() {
        assertThat(CampaignShares.shapley(paths(List.of(won("", 100))), Told.ID).total())
                .isZero();
    }

    @Test
    void days_add_up_to_the_whole() {
        var paths = new CampaignPaths();
        paths.accept(0);
        paths.accept(1);
        paths.converted(19_000, 101);
        paths.accept(1);
        paths.converted(19_002, 50);

        var parts = new ShapleyParts(paths, Told.ID);

        assertThat(parts.daily(1)).hasToString("{19000=50, 19002=50}");
        assertThat(parts.daily()).hasToString("{19000=101, 19002=50}");
        assertThat(CampaignShares.shapley(paths, Told.ID).of(1)).isEqualTo(100);
    }
}
