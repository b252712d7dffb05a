package tributary.attribution.judge;

/// What judging the persons found about a contact, for judging deals: kept by whoever keeps the figures.
public interface ContactFindings {
    /// Each campaign that influenced the contact, once, with the earliest influence of any key.
    void influencedSince(int contact, CampaignMoments into);

    /// Each campaign with the moment that [PersonFindings#revenueSince] told.
    void revenueSince(int contact, CampaignMoments into);
}
