package tributary.command.history;

import org.springframework.core.env.PropertyResolver;

/// How much history may wait to be recorded, and how much of it goes into one commit: what an operator may change
/// (docs/operating.md). The bounds of a single request stand in [Limits].
///
/// @param requests that may wait at once; of a longer request each chunk counts
/// @param bytes that may wait at once
/// @param commitRequests most requests recorded in one transaction; with 1 each has a transaction of its own
record IntakeLimits(int requests, long bytes, int commitRequests) {
    static final IntakeLimits STANDARD = new IntakeLimits(4_096, 64L << 20, 1_024);

    IntakeLimits {
        refuseUnlessPositive("tributary.queue.requests", requests);
        refuseUnlessPositive("tributary.queue.megabytes", bytes);
        refuseUnlessPositive("tributary.commit.requests", commitRequests);
    }

    private static void refuseUnlessPositive(String name, long value) {
        if (value < 1) throw new IllegalArgumentException(name + " is " + value + "; expected 1 or more");
    }

    static IntakeLimits of(PropertyResolver properties) {
        return new IntakeLimits(
                properties.getProperty("tributary.queue.requests", Integer.class, STANDARD.requests),
                properties.getProperty("tributary.queue.megabytes", Long.class, STANDARD.bytes >> 20) << 20,
                properties.getProperty("tributary.commit.requests", Integer.class, STANDARD.commitRequests));
    }
}
