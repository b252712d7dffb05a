package tributary.query.report;

import java.util.List;
import java.util.stream.IntStream;
import tributary.query.figures.Figures;
import tributary.query.figures.Metric;

/// A metric over time: one value for each bucket of a range, zeros included.
record Series(MetricsObject metrics, Metric metric, int campaign) {
    /// @param value a whole number, or money as a decimal text
    record Point(String from, String to, Object value) {}

    /// @param buckets without gaps, in order of time
    List<Point> over(List<ReportRange> buckets) {
        var values = metric == Metric.REVENUE_CONTACTS ? oneByOne(buckets) : addedUp(buckets);
        return IntStream.range(0, values.length)
                .mapToObj(place -> {
                    var bucket = buckets.get(place);
                    var value = metrics.written(metric, values[place]);
                    return new Point(bucket.from().toString(), bucket.to().toString(), value);
                })
                .toList();
    }

    /// A revenue contact may count in several buckets, so its days do not add up (REV-5).
    private long[] oneByOne(List<ReportRange> buckets) {
        return buckets.stream()
                .mapToLong(bucket -> metrics.raw(metric, campaign, bucket))
                .toArray();
    }

    private long[] addedUp(List<ReportRange> buckets) {
        var sums = new Sums(buckets);
        var first = buckets.getFirst().fromDay();
        var last = buckets.getLast().toDay();
        metrics.figures().daily(metric, metrics.model(), campaign, first, last, sums);
        return sums.values;
    }

    /// Adds days, which come in order of time, to their buckets.
    private static final class Sums implements Figures.DayConsumer {
        private final List<ReportRange> buckets;
        private final long[] values;
        private int bucket;

        Sums(List<ReportRange> buckets) {
            this.buckets = buckets;
            this.values = new long[buckets.size()];
        }

        @Override
        public void day(long day, long value) {
            while (buckets.get(bucket).toDay() < day) bucket++;
            values[bucket] += value;
        }
    }
}
