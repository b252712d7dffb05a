package tributary.attribution.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Why a contact does or does not count for a campaign, metric by metric.
public record Why(Map<ContactMetric, Answer> metrics) {
    /// @param counted whether the contact counts
    /// @param by the act that made it count, if one did
    /// @param reasons why not, where no act is to blame (such as: no page view at all); empty when counted
    /// @param refused each act that has to do with the campaign and did not count, with the rule that refused it
    public record Answer(boolean counted, Optional<Act> by, List<Reason> reasons, List<Refused> refused) {}

    public record Refused(Act act, Reason reason) {}
}
