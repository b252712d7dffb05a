package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.AssetType;
import tributary.attribution.Kind;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AssetCounterTest {
    @Test
    void every_kind_of_act_counts_for_something() {
        for (var kind : Kind.values())
            assertThat(AssetCounter.of(kind)).as(kind.name()).isNotEmpty();
    }

    @Test
    void a_click_on_a_social_post_is_an_interaction_with_it_too() {
        assertThat(AssetCounter.of(Kind.SOCIAL_CLICK))
                .containsExactlyInAnyOrder(AssetCounter.CLICKS, AssetCounter.INTERACTIONS);
    }

    @Test
    void an_event_has_all_that_can_become_of_an_invitation() {
        assertThat(AssetCounter.fitting(AssetType.MARKETING_EVENT))
                .extracting(AssetCounter::word)
                .containsExactly("registrations", "attendances", "cancellations", "noShows");
    }
}
