package tributary.query.report;

/// Tells numbers of the journeys as people know the things behind them.
interface Names {
    /// The id of a contact.
    String contact(int contact);

    /// The id of a campaign.
    String campaign(int campaign);

    AssetName asset(int asset);

    /// @param key a [tributary.attribution.judge.InfluenceKey]
    AssetName influencer(int key);
}
