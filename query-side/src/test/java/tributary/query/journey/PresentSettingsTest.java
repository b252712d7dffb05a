package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.Kind;
import tributary.attribution.journey.Tier;
import tributary.events.AccountEvent.AccountChanged;
import tributary.events.AccountEvent.AccountOpened;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PresentSettingsTest {
    private static AccountChanged changed(int minute, Map<String, String> settings) {
        return new AccountChanged(Told.ACCOUNT, settings, Story.minute(minute));
    }

    @Test
    void of_several_changes_the_last_by_time_is_the_present_one_field_by_field_D_13() {
        var story = new Story()
                .fact(new AccountOpened(
                        Told.ACCOUNT,
                        Map.of("timeZone", "UTC", "tier", "ALL", "interactionTypes", "", "siteDomains", ""),
                        Story.minute(0)))
                .fact(changed(9, Map.of("timeZone", "Asia/Tokyo")))
                .fact(changed(5, Map.of("timeZone", "Europe/Amsterdam", "tier", "PROFESSIONAL")));

        var settings = story.journeys().settings();
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(settings.tier()).isEqualTo(Tier.PROFESSIONAL);
        assertThat(settings.attributionKinds()).containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void lists_are_read_word_by_word() {
        var story = new Story()
                .fact(changed(
                        1,
                        Map.of(
                                "siteDomains", "Example.com,shop.example",
                                "interactionTypes", "PAGE_VIEW,CALL",
                                "ruleSet", "2024-11")));

        var settings = story.journeys().settings();
        assertThat(settings.siteDomains()).containsExactlyInAnyOrder("example.com", "shop.example");
        assertThat(settings.attributionKinds()).containsExactlyInAnyOrder(Kind.PAGE_VIEW, Kind.CALL);
        assertThat(story.journeys().ruleSet()).isEqualTo("2024-11");
    }

    @Test
    void what_judging_asks_for_changes_everything_and_the_tier_only_what_is_shown() {
        var story = new Story().view("v", 1);
        story.journeys();

        story.fact(changed(1, Map.of("tier", "PROFESSIONAL")));
        assertThat(story.unaskedChanges().everything()).isFalse();
        story.fact(changed(1, Map.of("timeZone", "Asia/Tokyo")));
        assertThat(story.unaskedChanges().everything()).isTrue();
    }
}
