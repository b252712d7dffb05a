package tributary.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleYearTest {
    private static List<Map<String, Object>> told(long seed) {
        var lines = new ArrayList<Map<String, Object>>();
        new SampleYear(seed).tell(lines::add);
        return lines;
    }

    @Test
    void one_seed_always_tells_the_same_year() {
        assertThat(told(2025).equals(told(2025))).isTrue();
        assertThat(told(2025).equals(told(2026))).isFalse();
    }

    @Test
    void it_is_as_long_as_it_says() {
        assertThat(told(2025).size()).isEqualTo(SampleYear.LINES);
    }

    @Test
    void it_has_about_two_hundred_thousand_interactions_and_twelve_campaigns() {
        var types = told(2025).stream()
                .collect(Collectors.groupingBy(line -> line.get("type").toString(), Collectors.counting()));

        assertThat(types.get("interaction")).isBetween(190_000L, 215_000L);
        assertThat(types.get("campaign.create")).isEqualTo(12);
        assertThat(types.get("contact.create")).isPositive();
        assertThat(types.get("visitor.identify")).isPositive();
        assertThat(types.get("deal.create")).isBetween(400L, 1_500L);
    }
}
