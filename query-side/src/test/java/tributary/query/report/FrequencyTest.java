package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.events.Refusal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FrequencyTest {
    @Test
    void days_are_cut_one_by_one() {
        assertThat(buckets(Frequency.DAY, "2024-02-28", "2024-03-01"))
                .containsExactly("2024-02-28/2024-02-28", "2024-02-29/2024-02-29", "2024-03-01/2024-03-01");
    }

    @Test
    void weeks_begin_on_the_day_of_the_account() {
        assertThat(buckets(Frequency.WEEK, "2023-04-02", "2023-04-15"))
                .containsExactly("2023-04-02/2023-04-08", "2023-04-09/2023-04-15");
        assertThat(Frequency.WEEK.cut(range("2023-04-03", "2023-04-16"), DayOfWeek.MONDAY))
                .containsExactly(range("2023-04-03", "2023-04-09"), range("2023-04-10", "2023-04-16"));
    }

    @Test
    void weeks_are_clipped_to_the_range() {
        assertThat(buckets(Frequency.WEEK, "2023-04-05", "2023-04-10"))
                .containsExactly("2023-04-05/2023-04-08", "2023-04-09/2023-04-10");
    }

    @Test
    void months_are_clipped_to_the_range() {
        assertThat(buckets(Frequency.MONTH, "2023-01-31", "2023-03-02"))
                .containsExactly("2023-01-31/2023-01-31", "2023-02-01/2023-02-28", "2023-03-01/2023-03-02");
    }

    @Test
    void a_range_within_one_bucket_is_one_bucket() {
        assertThat(buckets(Frequency.MONTH, "2023-04-05", "2023-04-10")).containsExactly("2023-04-05/2023-04-10");
    }

    @Test
    void more_buckets_than_the_limit_are_refused() {
        assertThatThrownBy(() -> buckets(Frequency.DAY, "0001-01-01", "9999-12-31"))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("over 36600 points by DAY");
    }

    private static List<String> buckets(Frequency frequency, String from, String to) {
        return frequency.cut(range(from, to), DayOfWeek.SUNDAY).stream()
                .map(bucket -> bucket.from() + "/" + bucket.to())
                .toList();
    }

    private static ReportRange range(String from, String to) {
        return new ReportRange(LocalDate.parse(from), LocalDate.parse(to));
    }
}
