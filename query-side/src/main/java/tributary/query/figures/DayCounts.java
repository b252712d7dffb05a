package tributary.query.figures;

/// A value for each day, which can be added to and summed over ranges.
final class DayCounts {
    private final DayPages<long[]> pages = new DayPages<>(() -> new long[DayPages.DAYS]);

    void add(long day, long value) {
        pages.page(day)[DayPages.within(day)] += value;
    }

    void addAll(DayCounts others) {
        others.each(DayPages.FIRST_DAY, DayPages.LAST_DAY, this::add);
    }

    long sum(long fromDay, long toDay) {
        var sum = new long[1];
        pages.each(fromDay, toDay, (firstDay, page) -> sum[0] += sum(page, firstDay, fromDay, toDay));
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

    private static long sum(long[] page, long firstDay, long fromDay, long toDay) {
        var from = (int) (Math.max(fromDay, firstDay) - firstDay);
        var to = (int) (Math.min(toDay, firstDay + DayPages.DAYS - 1) - firstDay);
        var sum = 0L;
        for (var day = from; day <= to; day++) sum += page[day];
        return sum;
    }
}
