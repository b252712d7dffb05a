package tributary.query.cluster;

import java.time.Duration;

/// Which nodes live, and which of them has which segment; the same for all of them, by one clock. A segment has one
/// owner and one heir at most.
interface Leases {
    /// Who gives no sign of life for so long is gone, and what it had is free.
    Duration SILENCE = Duration.ofSeconds(8);

    /// A sign of life of a node, also for the segments it has or is heir to.
    ///
    /// @return how things stand then
    Standing beat(Node node);

    /// Makes a node the heir of a segment, unless another one that lives is.
    ///
    /// @return whether it is now
    boolean inherit(int segment, String node);

    /// Makes the heir of a segment its owner, whoever was before.
    ///
    /// @return whether it is now; not if it was its heir no more
    boolean own(int segment, String node);

    /// A node goes; what it has is free at once.
    void leave(String node);
}
