package tributary.attribution.credit;

import java.util.EnumSet;
import java.util.Set;
import tributary.attribution.rules.Milestone;

/// The interactions that led to a win, in order (D-10), and which of them are milestones (docs/rules.md). Arrays
/// are not copied; the first `length` places are meant.
///
/// @param at when each interaction was, microseconds since 1970 UTC
/// @param lead place of the milestone LEAD, or [#NONE]
/// @param deal place of the milestone DEAL, or [#NONE]
/// @param wonAt microseconds since 1970 UTC
public record Path(long[] at, int length, int lead, int deal, long wonAt) {
    /// No interaction is that milestone.
    public static final int NONE = -1;

    /// Place of a milestone, or [#NONE].
    public int place(Milestone milestone) {
        if (length == 0) return NONE;
        return switch (milestone) {
            case FIRST -> 0;
            case LEAD -> lead;
            case DEAL -> deal;
            case CLOSE -> length - 1;
        };
    }

    /// All milestones that an interaction is.
    public Set<Milestone> roles(int place) {
        var roles = EnumSet.noneOf(Milestone.class);
        for (var milestone : Milestone.values()) if (place(milestone) == place) roles.add(milestone);
        return roles;
    }
}
