package tributary.attribution.judge;

/// Takes campaigns, each with a moment.
@FunctionalInterface
public interface CampaignMoments {
    /// @param at microseconds since 1970 UTC
    void take(int campaign, long at);
}
