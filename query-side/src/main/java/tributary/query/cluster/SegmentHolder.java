package tributary.query.cluster;

import java.util.Set;

/// Who holds the journeys of segments in memory.
public interface SegmentHolder {
    /// Builds the journeys and figures of these segments, and follows the facts from then on. It can answer for them
    /// when the call returns.
    ///
    /// @throws RuntimeException if that did not work out; then none of them is held
    void load(Set<Integer> segments);

    /// Lets go of a segment and its memory.
    void drop(int segment);
}
