package tributary.attribution.explain;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import tributary.attribution.TrafficSource;
import tributary.attribution.rules.Milestone;

/// How a deal's amount is credited, act by act, under one model.
///
/// @param amountMinor in minor units of the account's currency, when known
/// @param wonAt microseconds since 1970 UTC, when won
/// @param eligible whether the deal takes part in revenue attribution
/// @param reasons why not, when it does not
/// @param interactions the path in order of time; empty without eligibility (D-48)
/// @param leftOut acts of the deal's contacts (those it ever had) that are not in the path
public record DealCredit(
        OptionalLong amountMinor,
        OptionalLong wonAt,
        boolean eligible,
        List<Reason> reasons,
        List<Credited> interactions,
        List<LeftOut> leftOut) {
    /// @param roles all milestones that it is, whatever the model (D-48)
    /// @param weight share of the amount, 0 to 1
    /// @param amountMinor its part; all parts add up to the amount
    /// @param campaigns numbers of the living campaigns it belongs to; each gets the whole part (DEC-14)
    /// @param source traffic source of its session, or by its kind outside one (T4, D-18)
    public record Credited(
            Act act,
            Set<Milestone> roles,
            double weight,
            long amountMinor,
            List<Integer> campaigns,
            TrafficSource source) {}

    public record LeftOut(Act act, Reason reason) {}
}
