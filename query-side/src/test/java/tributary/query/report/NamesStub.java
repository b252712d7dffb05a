package tributary.query.report;

/// Names made from numbers: `c7`, campaign `C7`, asset `LANDING_PAGE/LP7`; influencers 100 and up are UTM values.
final class NamesStub implements Names {
    @Override
    public String contact(int contact) {
        return "c" + contact;
    }

    @Override
    public String campaign(int campaign) {
        return "C" + campaign;
    }

    @Override
    public AssetName asset(int asset) {
        return new AssetName("LANDING_PAGE", "LP" + asset, "Page " + asset);
    }

    @Override
    public AssetName influencer(int key) {
        return key < 100 ? asset(key) : new AssetName("UTM", "utm-" + key, null);
    }
}
