package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.datadriven.CampaignPaths;
import tributary.events.Refusal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RangePathsTest {
    @Test
    void a_chain_may_have_as_many_campaigns_as_the_bound_says() {
        var paths = met(RangePaths.MOST_CAMPAIGNS);
        assertThat(RangePaths.chainable(paths)).isSameAs(paths);
    }

    @Test
    void a_chain_of_more_campaigns_is_refused_naming_how_many_and_what_would_be_accepted() {
        assertThatThrownBy(() -> RangePaths.chainable(met(RangePaths.MOST_CAMPAIGNS + 1)))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessage("model MARKOV would reckon with the 2001 campaigns on the paths of this range; "
                        + "at most 2000 would be accepted, as in a shorter range, or another model, such as SHAPLEY");
    }

    private static CampaignPaths met(int campaigns) {
        var paths = new CampaignPaths();
        for (var campaign = 0; campaign < campaigns; campaign++) paths.accept(campaign);
        paths.ended();
        return paths;
    }
}
