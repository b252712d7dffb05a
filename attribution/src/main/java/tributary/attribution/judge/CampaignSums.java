package tributary.attribution.judge;

/// A sum of minor units for each campaign, emptied in one step.
final class CampaignSums {
    private final CampaignSet campaigns;
    private final long[] sum;

    CampaignSums(int size) {
        campaigns = new CampaignSet(size);
        sum = new long[size];
    }

    void clear() {
        campaigns.clear();
    }

    void add(int campaign, long minor) {
        var before = campaigns.size();
        campaigns.add(campaign);
        sum[campaign] = campaigns.size() > before ? minor : sum[campaign] + minor;
    }

    /// Sums of 0 are left out.
    void tell(int model, DealFindings out) {
        for (var i = 0; i < campaigns.size(); i++) {
            var campaign = campaigns.get(i);
            if (sum[campaign] != 0) out.attributed(model, campaign, sum[campaign]);
        }
    }
}
