package tributary.query.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.events.Refusal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DayCountsTest {
    private static final long MOST = Long.MAX_VALUE;

    @Test
    void a_sum_that_does_not_fit_is_refused_and_never_wrong() {
        var counts = new DayCounts(2);
        counts.add(1, 19_000, MOST);
        counts.add(1, 19_001, 1);
        counts.add(1, 19_500, 2);

        assertThat(counts.sum(1, 19_000, 19_000)).isEqualTo(MOST);
        assertThat(counts.sum(1, 19_001, 19_500)).isEqualTo(3);
        assertThatThrownBy(() -> counts.sum(1, 19_000, 19_001)).isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> counts.sum(1, 19_000, 20_000))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("a shorter range would be accepted");
    }
}
