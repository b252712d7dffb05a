package tributary.attribution.judge;

/// The earliest moment for each campaign, emptied in one step.
final class CampaignMinima {
    private final CampaignSet campaigns;
    private final long[] earliest;

    CampaignMinima(int size) {
        campaigns = new CampaignSet(size);
        earliest = new long[size];
    }

    void clear() {
        campaigns.clear();
    }

    void put(int campaign, long at) {
        var before = campaigns.size();
        campaigns.add(campaign);
        if (campaigns.size() > before || at < earliest[campaign]) earliest[campaign] = at;
    }

    void forEach(CampaignMoments into) {
        for (var i = 0; i < campaigns.size(); i++) into.take(campaigns.get(i), earliest[campaigns.get(i)]);
    }
}
