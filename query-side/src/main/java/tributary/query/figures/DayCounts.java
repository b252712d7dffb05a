package tributary.query.figures;

import java.util.Arrays;
import tributary.events.Refusal;

/// A value for each day, which can be added to and summed over ranges.
final class DayCounts {
    private static final long[] NOTHING = new long[DayPages.DAYS];

    private final DayPages<long[]> pages = new DayPages<>(() -> new long[DayPages.DAYS]);

    void add(long day, long value) {
        pages.page(day)[DayPages.within(day)] += value;
    }

    void addAll(DayCounts others) {
        others.each(DayPages.FIRST_DAY, DayPages.LAST_DAY, this::add);
    }

    /// @throws Refusal.Conflict if the values of the range are more than 64 bits can hold
    long sum(long fromDay, long toDay) {
        var sum = new long[1];
        try {
            pages.each(
                    fromDay,
                    toDay,
                    (firstDay, page) -> sum[0] = Math.addExact(sum[0], sum(page, firstDay, fromDay, toDay)));
        } catch (ArithmeticException _) {
            throw new Refusal.Conflict(
                    "sum-too-large",
                    "A sum is too large",
                    "the amounts of these days add up to more than can be counted; a shorter range would be accepted");
        }
        return sum[0];
    }

    /// Gives the days of a range that are not 0, ascending.
    void each(long fromDay, long toDay, Figures.DayConsumer out) {
        pages.each(fromDay, toDay, (firstDay, page) -> {
            for (var day = 0; day < DayPages.DAYS; day++)
                if (page[day] != 0 && firstDay + day >= fromDay && firstDay + day <= toDay)
                    out.day(firstDay + day, page[day]);
        });
    }

    /// Whether all values are the same; `null` stands for one that is 0 everywhere.
    static boolean same(DayCounts a, DayCounts b) {
        return (a == null || a.isWithin(b)) && (b == null || b.isWithin(a));
    }

    private boolean isWithin(DayCounts other) {
        var same = new boolean[] {true};
        pages.each(DayPages.FIRST_DAY, DayPages.LAST_DAY, (firstDay, page) -> {
            var theirs = other == null ? null : other.pages.find(firstDay);
            same[0] &= Arrays.equals(page, theirs == null ? NOTHING : theirs);
        });
        return same[0];
    }

    private static long sum(long[] page, long firstDay, long fromDay, long toDay) {
        var from = (int) (Math.max(fromDay, firstDay) - firstDay);
        var to = (int) (Math.min(toDay, firstDay + DayPages.DAYS - 1) - firstDay);
        var sum = 0L;
        for (var day = from; day <= to; day++) sum = Math.addExact(sum, page[day]);
        return sum;
    }
}
