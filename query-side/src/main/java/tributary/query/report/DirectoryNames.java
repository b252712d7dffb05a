package tributary.query.report;

import tributary.attribution.judge.InfluenceKey;
import tributary.query.directory.Directory;

/// Names as the directory of an account has them.
record DirectoryNames(Directory directory) implements Names {
    @Override
    public String contact(int contact) {
        return directory.contactId(contact);
    }

    @Override
    public String campaign(int campaign) {
        return directory.campaign(campaign).id();
    }

    @Override
    public AssetName asset(int asset) {
        var entry = directory.asset(asset);
        return new AssetName(entry.type().name(), entry.id(), entry.name().orElse(null));
    }

    /// A UTM value as a campaign wrote it, a keyword as it was associated (D-33).
    @Override
    public AssetName influencer(int key) {
        var number = InfluenceKey.number(key);
        return InfluenceKey.isUtm(key) ? new AssetName("UTM", directory.utm(number), null) : asset(number);
    }
}
