package tributary.attribution.explain;

import java.util.Optional;

/// What decided that something counts otherwise under one rule set than under another.
///
/// @param side whose rule decided: the one under which something did not count
/// @param reason why not
/// @param act that counted under the other side only, where one did
public record Decision(Side side, Reason reason, Optional<Act> act) {
    /// One of two rule sets that are compared.
    public enum Side {
        A,
        B
    }
}
