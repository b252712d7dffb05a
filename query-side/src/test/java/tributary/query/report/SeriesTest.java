package tributary.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.query.figures.Metric;
import tributary.query.report.Series.Point;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeriesTest {
    private static final ReportRange RANGE =
            new ReportRange(LocalDate.parse("2023-04-03"), LocalDate.parse("2023-04-16"));
    private static final List<ReportRange> WEEKS = Frequency.WEEK.cut(RANGE, DayOfWeek.SUNDAY);

    private final FiguresStub figures = new FiguresStub()
            .on("2023-04-02", 100)
            .on("2023-04-03", 1)
            .on("2023-04-08", 2)
            .on("2023-04-16", 4)
            .on("2023-04-17", 100);

    @Test
    void counts_are_added_up_bucket_by_bucket_zeros_included() {
        assertThat(series(Metric.SESSIONS, "EUR"))
                .containsExactly(
                        new Point("2023-04-03", "2023-04-08", 3L),
                        new Point("2023-04-09", "2023-04-15", 0L),
                        new Point("2023-04-16", "2023-04-16", 4L));
    }

    @Test
    void revenue_contacts_are_asked_for_each_bucket_since_days_do_not_add_up() {
        assertThat(series(Metric.REVENUE_CONTACTS, "EUR"))
                .extracting(Point::value)
                .containsExactly(3L, 0L, 4L);
    }

    @Test
    void money_has_the_digits_of_the_currency() {
        assertThat(series(Metric.INFLUENCED_REVENUE, "EUR"))
                .extracting(Point::value)
                .containsExactly("0.03", "0.00", "0.04");
        assertThat(series(Metric.INFLUENCED_REVENUE, "JPY"))
                .extracting(Point::value)
                .containsExactly("3", "0", "4");
        assertThat(series(Metric.INFLUENCED_REVENUE, "KWD"))
                .extracting(Point::value)
                .containsExactly("0.003", "0.000", "0.004");
    }

    @Test
    void points_add_up_to_the_metric_of_the_range() {
        var metrics = new MetricsObject(figures, 0, "EUR");
        var sum = series(Metric.SESSIONS, "EUR").stream()
                .mapToLong(point -> (long) point.value())
                .sum();

        assertThat(metrics.of(1, RANGE, List.of(Metric.SESSIONS))).containsEntry("sessions", sum);
    }

    private List<Point> series(Metric metric, String currency) {
        return new Series(new MetricsObject(figures, 0, currency), metric, 1).over(WEEKS);
    }
}
