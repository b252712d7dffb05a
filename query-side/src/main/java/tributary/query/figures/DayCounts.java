package tributary.query.figures;

import java.util.Arrays;
import tributary.events.Refusal;

/// Several counters for each day, which can be added to and summed over ranges. Those of one day lie together, since
/// what is added comes to several of them.
final class DayCounts {
    private final int width;
    private final DayPages<long[]> pages;

    /// @param width how many counters there are
    DayCounts(int width) {
        this.width = width;
        pages = new DayPages<>(() -> new long[DayPages.DAYS * width]);
    }

    void add(int counter, long day, long value) {
        pages.page(day)[DayPages.within(day) * width + counter] += value;
    }

    void addAll(DayCounts others) {
        others.pages.each(DayPages.FIRST_DAY, DayPages.LAST_DAY, (firstDay, theirs) -> {
            var page = pages.page(firstDay);
            for (var i = 0; i < page.length; i++) page[i] += theirs[i];
        });
    }

    /// @throws Refusal.Conflict if the values of the range are more than 64 bits can hold
    long sum(int counter, long fromDay, long toDay) {
        var sum = new long[1];
        try {
            each(counter, fromDay, toDay, (_, value) -> sum[0] = Math.addExact(sum[0], value));
        } catch (ArithmeticException _) {
            throw Figures.sumTooLarge();
        }
        return sum[0];
    }

    /// Gives the days of a range on which a counter is not 0, ascending.
    void each(int counter, long fromDay, long toDay, Figures.DayConsumer out) {
        pages.each(fromDay, toDay, (firstDay, page) -> {
            var from = (int) (Math.max(fromDay, firstDay) - firstDay);
            var to = (int) (Math.min(toDay, firstDay + DayPages.DAYS - 1) - firstDay);
            for (var day = from; day <= to; day++) {
                var value = page[day * width + counter];
                if (value != 0) out.day(firstDay + day, value);
            }
        });
    }

    /// Whether all values of all counters are the same; `null` stands for some that are 0 everywhere.
    static boolean same(DayCounts a, DayCounts b) {
        return (a == null || a.isWithin(b)) && (b == null || b.isWithin(a));
    }

    private boolean isWithin(DayCounts other) {
        var same = new boolean[] {true};
        pages.each(DayPages.FIRST_DAY, DayPages.LAST_DAY, (firstDay, page) -> {
            var theirs = other == null ? null : other.pages.find(firstDay);
            same[0] &= theirs == null ? isBlank(page) : Arrays.equals(page, theirs);
        });
        return same[0];
    }

    private static boolean isBlank(long[] page) {
        for (var value : page) if (value != 0) return false;
        return true;
    }
}
