package tributary.query.report;

import tributary.attribution.judge.InfluenceKey;
import tributary.query.journey.AccountJourneys;

/// Names as the directory and the catalog of an account have them.
record DirectoryNames(AccountJourneys journeys) implements Names {
    @Override
    public String contact(int contact) {
        return journeys.contactId(contact);
    }

    @Override
    public String campaign(int campaign) {
        return journeys.directory().campaign(campaign).id();
    }

    @Override
    public AssetName asset(int asset) {
        var entry = journeys.directory().asset(asset);
        return new AssetName(entry.type().name(), entry.id(), entry.name().orElse(null));
    }

    /// A UTM value as a campaign wrote it, a keyword as it was associated (D-33).
    @Override
    public AssetName influencer(int key) {
        var number = InfluenceKey.number(key);
        if (InfluenceKey.isUtm(key))
            return new AssetName("UTM", journeys.catalog().utmText(number), null);
        return asset(number);
    }
}
