package tributary.query.live;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// The executor of the processor's coordinator. When a work package is full (1,024 facts) the coordinator waits a
/// fixed 100 ms, in which a quick handler runs dry many times over; here it waits 2.
final class ShortNaps extends ScheduledThreadPoolExecutor {
    private static final long WHEN_FULL_MILLIS = 100;
    private static final long NAP_MILLIS = 2;

    ShortNaps(int threads, ThreadFactory factory) {
        super(threads, factory);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        var full = unit == TimeUnit.MILLISECONDS && delay == WHEN_FULL_MILLIS;
        return super.schedule(command, full ? NAP_MILLIS : delay, unit);
    }
}
