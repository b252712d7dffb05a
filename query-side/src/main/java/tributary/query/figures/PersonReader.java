package tributary.query.figures;

/// Takes what a person contributes to the lists of contacts. Instants are microseconds since 1970 UTC.
public interface PersonReader {
    /// @param first whether this is the first campaign to count the contact, which counts for the account
    void firstTouch(int campaign, boolean first, long createdAt);

    /// @param first whether this is the first campaign to count the contact, which counts for the account
    void lastTouch(int campaign, boolean first, long createdAt);

    /// @param key a [tributary.attribution.judge.InfluenceKey]
    /// @param first whether it is the earliest of all of this contact
    /// @param ofCampaign whether it is the earliest of this campaign
    /// @param ofKey whether it is the earliest of this key over all campaigns
    void influence(int campaign, int key, boolean first, boolean ofCampaign, boolean ofKey, long at);

    /// From when on the contact can be a revenue contact of the campaign.
    void revenueSince(int campaign, long at);
}
