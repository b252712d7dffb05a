package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PercentTest {
    @Test // AC-79
    void thirteen_of_forty_is_thirty_two_and_a_half() {
        assertThat(percent("13", "40")).isEqualTo("32.5");
    }

    @Test
    void a_whole_share_is_written_whole() {
        assertThat(percent("3000.00", "1500.00")).isEqualTo("200");
        assertThat(percent("0", "7")).isEqualTo("0");
    }

    @Test
    void a_loss_is_negative() {
        assertThat(percent("-1", "3")).isEqualTo("-33.3333333333");
    }

    @Test // AC-78
    void of_nothing_there_is_no_share() {
        assertThat(Percent.of(BigDecimal.ONE, new BigDecimal("0.00"))).isEmpty();
    }

    private static String percent(String part, String whole) {
        return Percent.of(new BigDecimal(part), new BigDecimal(whole))
                .orElseThrow()
                .toString();
    }
}
