package tributary.query.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tributary.query.figures.ContactList;
import tributary.query.figures.Figures;
import tributary.query.figures.Metric;

/// Figures in which each day of a range counts what was put there, for whatever campaign is asked.
final class FiguresStub implements Figures {
    private record Day(long day, long value) {}

    private final List<Day> days = new ArrayList<>();

    FiguresStub on(String day, long value) {
        days.add(new Day(LocalDate.parse(day).toEpochDay(), value));
        return this;
    }

    private long sum(long fromDay, long toDay) {
        return days.stream()
                .filter(day -> day.day >= fromDay && day.day <= toDay)
                .mapToLong(Day::value)
                .sum();
    }

    @Override
    public long count(Metric metric, int campaign, long fromDay, long toDay) {
        if (metric.money()) throw new IllegalArgumentException(metric + " is money");
        return sum(fromDay, toDay);
    }

    @Override
    public long minor(Metric metric, int model, int campaign, long fromDay, long toDay) {
        if (!metric.money()) throw new IllegalArgumentException(metric + " is a count");
        return sum(fromDay, toDay);
    }

    @Override
    public void daily(Metric metric, int model, int campaign, long fromDay, long toDay, DayConsumer out) {
        if (metric == Metric.REVENUE_CONTACTS) throw new IllegalArgumentException("its days do not add up");
        days.stream()
                .filter(day -> day.day >= fromDay && day.day <= toDay)
                .sorted(Comparator.comparingLong(Day::day))
                .forEach(day -> out.day(day.day, day.value));
    }

    @Override
    public void contacts(ContactList list, int campaign, long fromDay, long toDay, ContactConsumer out) {}

    @Override
    public void pairs(int campaign, long fromDay, long toDay, PairConsumer out) {}

    @Override
    public void closedDeals(int campaign, long fromDay, long toDay, DealConsumer out) {}

    @Override
    public long attributable(long fromDay, long toDay) {
        return 0;
    }

    @Override
    public void eligibleDeals(long fromDay, long toDay, EligibleDealConsumer out) {}
}
