package tributary.attribution.judge;

/// Takes what judging one person found. Campaigns are numbers of the catalog, living ones only.
public interface PersonFindings {
    /// A session that counts for these campaigns (SES-6), each once; called only when there is at least one.
    ///
    /// @param startedAt microseconds since 1970 UTC
    /// @param campaigns the first `count` are meant; reused after the call
    void session(long startedAt, int[] campaigns, int count);

    /// The contact is new, by first touch, for this campaign (NCF). Once per campaign.
    void firstTouch(int campaign);

    /// The contact is new, by last touch, for this campaign (NCL). Once per campaign.
    void lastTouch(int campaign);

    /// The contact was first influenced by this campaign through this (pseudo-)asset (UMI-3). Once per pair.
    ///
    /// @param key of the (pseudo-)asset, see [InfluenceKey]
    /// @param at microseconds since 1970 UTC
    void influence(int campaign, int key, long at);

    /// The earliest touch of the contact that can make it a revenue contact of this campaign (REV-1). Once per
    /// campaign.
    void revenueSince(int campaign, long at);
}
