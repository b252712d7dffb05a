package tributary.query.figures;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// On which day of a time zone an instant falls, exact also where clocks change, in a few nanoseconds: the years
/// 1970 to 2100 are cut into spans of about 25 days, each with its offset, or the two before and after its change.
public final class DayCalendar {
    private static final Map<ZoneId, DayCalendar> KNOWN = new ConcurrentHashMap<>();

    private static final long DAY = ChronoUnit.DAYS.getDuration().toSeconds() * 1_000_000;
    private static final int SPAN_SHIFT = 41;
    private static final int SPANS = (int) (micros(Instant.parse("2101-01-01T00:00:00Z")) >> SPAN_SHIFT);
    /// In place of an offset: the clock changes more than once in this span.
    private static final long ASK_THE_RULES = Long.MIN_VALUE;

    private final ZoneId zone;
    private final long[] changesAt = new long[SPANS];
    private final long[] offsetBefore = new long[SPANS];
    private final long[] offsetAfter = new long[SPANS];

    private DayCalendar(ZoneId zone) {
        this.zone = zone;
        for (var span = 0; span < SPANS; span++) fill(span);
    }

    public static DayCalendar of(ZoneId zone) {
        return KNOWN.computeIfAbsent(zone, DayCalendar::new);
    }

    /// The day, counted from 1970-01-01.
    ///
    /// @param atMicros microseconds since 1970 UTC
    public long day(long atMicros) {
        var span = atMicros >> SPAN_SHIFT;
        if (span < 0 || span >= SPANS) return exactly(atMicros);
        var known = (int) span;
        var offset = atMicros < changesAt[known] ? offsetBefore[known] : offsetAfter[known];
        return offset == ASK_THE_RULES ? exactly(atMicros) : Math.floorDiv(atMicros + offset, DAY);
    }

    private void fill(int span) {
        var from = instant((long) span << SPAN_SHIFT);
        var until = instant((long) (span + 1) << SPAN_SHIFT);
        changesAt[span] = Long.MAX_VALUE;
        offsetBefore[span] = offset(from);
        var change = zone.getRules().nextTransition(from);
        if (change == null || !change.getInstant().isBefore(until)) return;
        changesAt[span] = micros(change.getInstant());
        offsetAfter[span] = offset(change.getInstant());
        var second = zone.getRules().nextTransition(change.getInstant());
        if (second != null && second.getInstant().isBefore(until)) {
            offsetBefore[span] = ASK_THE_RULES;
            offsetAfter[span] = ASK_THE_RULES;
        }
    }

    private long exactly(long atMicros) {
        return Math.floorDiv(atMicros + offset(instant(atMicros)), DAY);
    }

    private long offset(Instant at) {
        return zone.getRules().getOffset(at).getTotalSeconds() * 1_000_000L;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
