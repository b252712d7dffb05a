package tributary.attribution.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tributary.attribution.AssetType;

/// Remembers what was said about campaigns and assets, in whatever order it arrives, and numbers them.
///
/// Every fact has `at` (microseconds since 1970 UTC) and `order` = position * 1024 + line: the order of recording,
/// which decides among facts of one instant (D-10). What was said is applied in order of (at, order), so the
/// catalog depends on the facts and not on their arrival.
public final class CatalogHistory implements Assets {
    private record AssetKey(AssetType type, String id) {}

    private final Map<AssetKey, Integer> assetNumbers = new HashMap<>();
    private final List<AssetKey> assets = new ArrayList<>();
    private final HashedNumbers urls = new HashedNumbers();
    private final Map<String, Integer> campaignNumbers = new HashMap<>();
    private final List<String> campaigns = new ArrayList<>();
    private final List<CatalogFact> facts = new ArrayList<>();
    private Catalog catalog;

    /// The number of this asset, given now if it is new; dense from 0.
    public int asset(AssetType type, String id) {
        var key = new AssetKey(type, id);
        var known = assetNumbers.putIfAbsent(key, assets.size());
        if (known != null) return known;
        assets.add(key);
        catalog = null;
        return assets.size() - 1;
    }

    /// The number of this normalised URL ([tributary.attribution.source.WebAddress#pageKey]), given now if it is
    /// new; dense from 0.
    public int url(String pageKey) {
        return urls.number(pageKey);
    }

    /// The number of this campaign, given now if it is new; dense from 0. Alone it does not make the campaign live.
    public int campaign(String id) {
        var known = campaignNumbers.putIfAbsent(id, campaigns.size());
        if (known != null) return known;
        campaigns.add(id);
        catalog = null;
        return campaigns.size() - 1;
    }

    /// @param utm as written, or `null` or blank without one
    public void campaignCreated(int campaign, String utm, long at, long order) {
        add(new CatalogFact.Created(campaign, at, order));
        if (utm != null && !utm.isBlank()) utmChanged(campaign, utm, at, order);
    }

    /// @param utm as written, or `null` or blank when it was taken away
    public void utmChanged(int campaign, String utm, long at, long order) {
        add(new CatalogFact.UtmChanged(campaign, utm == null ? "" : utm.strip(), at, order));
    }

    public void campaignDeleted(int campaign, long at, long order) {
        add(new CatalogFact.Deleted(campaign, at, order));
    }

    /// Also of a KEYWORD asset.
    public void associated(int campaign, int asset, long at, long order) {
        add(new CatalogFact.Associated(campaign, asset, at, order));
    }

    /// Also of a KEYWORD asset. Of a campaign that does not hold the asset: no effect (D-22).
    public void dissociated(int campaign, int asset, long at, long order) {
        add(new CatalogFact.Dissociated(campaign, asset, at, order));
    }

    /// What is `null` was not said. Each thing said holds from `at`, and backwards when it is the first word about
    /// it (D-17).
    ///
    /// @param pageKey normalised URL of the asset; only pages own URLs (D-16)
    /// @param host of that URL, lower-case
    public void described(
            int asset, String pageKey, String host, Boolean hasForm, Boolean staticList, long at, long order) {
        if (pageKey != null) url(pageKey);
        add(new CatalogFact.Described(asset, pageKey, host, hasForm, staticList, at, order));
    }

    private void add(CatalogFact fact) {
        facts.add(fact);
        catalog = null;
    }

    /// How things stand: immutable, the same object until something changes.
    public Catalog catalog() {
        if (catalog == null) catalog = new CatalogFold(this, campaigns.size(), assets.size()).fold(facts);
        return catalog;
    }

    @Override
    public AssetType typeOf(int asset) {
        return assets.get(asset).type();
    }

    @Override
    public String idOf(int asset) {
        return assets.get(asset).id();
    }

    public String campaignId(int campaign) {
        return campaigns.get(campaign);
    }

    public OptionalInt findAsset(AssetType type, String id) {
        return optional(assetNumbers.get(new AssetKey(type, id)));
    }

    public OptionalInt findCampaign(String id) {
        return optional(campaignNumbers.get(id));
    }

    public OptionalInt findUrl(String pageKey) {
        var known = urls.find(pageKey);
        return known == Touches.NONE ? OptionalInt.empty() : OptionalInt.of(known);
    }

    int urls() {
        return urls.size();
    }

    private static OptionalInt optional(Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
