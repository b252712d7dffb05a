package tributary.attribution.journey;

import java.util.Comparator;

/// A campaign has something from an instant until another, microseconds since 1970 UTC.
///
/// @param key number of the asset, of the UTM value as written then, or of the keyword as associated (D-33)
record HeldInterval(int campaign, int key, long since, long until) {
    static final Comparator<HeldInterval> IN_ORDER =
            Comparator.comparingLong(HeldInterval::since).thenComparingInt(HeldInterval::campaign);

    boolean covers(long at) {
        return since <= at && at < until;
    }

    boolean isOpen() {
        return until == Holdings.OPEN;
    }

    boolean isSameHolder(HeldInterval other) {
        return campaign == other.campaign && key == other.key;
    }
}
