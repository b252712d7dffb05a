package tributary.query.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import tributary.events.Refusal;

/// How a range is cut for a series.
enum Frequency {
    DAY {
        @Override
        LocalDate next(LocalDate day, DayOfWeek weekStart) {
            return day.plusDays(1);
        }
    },
    WEEK {
        @Override
        LocalDate next(LocalDate day, DayOfWeek weekStart) {
            return day.with(TemporalAdjusters.next(weekStart));
        }
    },
    MONTH {
        @Override
        LocalDate next(LocalDate day, DayOfWeek weekStart) {
            return day.with(TemporalAdjusters.firstDayOfNextMonth());
        }
    };

    /// Most buckets of a series: a hundred years of days.
    static final int MOST_BUCKETS = 36_600;

    /// The first day of the bucket after that of `day`.
    abstract LocalDate next(LocalDate day, DayOfWeek weekStart);

    /// Cuts a range without gaps. Buckets are calendar weeks and months, clipped to the range at both ends, so that
    /// the values of a series add up to the value of its range.
    ///
    /// @param weekStart first day of the week (DATE-2)
    /// @throws Refusal.Invalid if there would be more than [#MOST_BUCKETS]
    List<ReportRange> cut(ReportRange range, DayOfWeek weekStart) {
        refuseTooMany(range);
        var buckets = new ArrayList<ReportRange>();
        for (var from = range.from(); !from.isAfter(range.to()); from = next(from, weekStart)) {
            var last = next(from, weekStart).minusDays(1);
            buckets.add(new ReportRange(from, last.isAfter(range.to()) ? range.to() : last));
        }
        return buckets;
    }

    private void refuseTooMany(ReportRange range) {
        var days = ChronoUnit.DAYS.between(range.from(), range.to()) + 1;
        var least = switch (this) {
            case DAY -> days;
            case WEEK -> days / 7;
            case MONTH -> days / 31;
        };
        if (least > MOST_BUCKETS)
            throw new Refusal.Invalid(
                    "too-many-points",
                    "The series would have too many points",
                    "from " + range.from() + " to " + range.to() + " has over " + MOST_BUCKETS + " points by " + this
                            + "; a shorter range or a larger frequency would be accepted");
    }
}
