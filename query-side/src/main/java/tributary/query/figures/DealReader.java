package tributary.query.figures;

import java.util.OptionalLong;

/// Takes what a won deal contributes to the lists of deals.
public interface DealReader {
    /// @param wonAt microseconds since 1970 UTC
    /// @param closeDay effective, since 1970
    /// @param eligibleMinor what attribution is about, in minor units; empty if it is not about this deal
    void won(long wonAt, long closeDay, OptionalLong eligibleMinor);

    /// A campaign counts the deal, through these contacts.
    void closed(int campaign, int[] influencedBy);
}
