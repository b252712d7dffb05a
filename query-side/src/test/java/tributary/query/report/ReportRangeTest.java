package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.events.Refusal;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportRangeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 29);

    @Test
    void without_days_it_is_everything_up_to_today() {
        assertThat(ReportRange.of(null, null, TODAY)).isEqualTo(new ReportRange(LocalDate.of(2006, 1, 1), TODAY));
    }

    @Test
    void one_day_is_a_range() {
        var range = ReportRange.of("2023-04-01", "2023-04-01", TODAY);

        assertThat(range.fromDay()).isEqualTo(range.toDay()).isEqualTo(19448);
    }

    @Test
    void it_may_end_in_the_future() {
        assertThat(ReportRange.of(null, "2030-12-31", TODAY).to()).isEqualTo(LocalDate.of(2030, 12, 31));
    }

    @Test
    void a_range_that_ends_before_it_starts_is_refused() {
        assertThatThrownBy(() -> ReportRange.of("2023-09-30", "2023-09-01", TODAY))
                .isInstanceOfSatisfying(Refusal.Invalid.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo("period-ends-before-it-starts");
                    assertThat(refusal.detail()).startsWith("from 2023-09-30 is after to 2023-09-01");
                    assertThat(refusal.particulars())
                            .containsEntry("from", "2023-09-30")
                            .containsEntry("to", "2023-09-01");
                });
    }

    @Test
    void a_from_after_today_without_a_to_is_refused() {
        assertThatThrownBy(() -> ReportRange.of("2026-03-30", null, TODAY))
                .hasMessageStartingWith("from 2026-03-30 is after to 2026-03-29");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "2023-02-30", "2023-9-1", "20230901", "+12023-09-01", "2023-09-01T00:00:00Z", " "})
    void a_text_that_is_no_day_is_refused(String text) {
        assertThatThrownBy(() -> ReportRange.of(text, null, TODAY))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("from is \"" + text + "\"")
                .hasMessageContaining("YYYY-MM-DD");
    }
}
