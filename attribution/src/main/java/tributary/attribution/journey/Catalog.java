package tributary.attribution.journey;

import java.util.Arrays;
import java.util.List;
import tributary.attribution.AssetType;

/// What campaigns and assets were when, at one moment of a [CatalogHistory]. Numbers are those of the history; matching
/// knows living campaigns only (D-23).
public final class Catalog implements Assets {
    static final Catalog EMPTY = new Catalog(
            new AssetType[0],
            new String[0],
            new String[0],
            new boolean[0],
            new Matches(Holdings.NONE, Holdings.NONE, Holdings.NONE, new WrittenUtms(), new FoldedKeywords(), 0, 0),
            new Descriptions(Timeline.SILENT, Timeline.SILENT, Timeline.SILENT, Timeline.SILENT, List.of()));

    private final AssetType[] types;
    private final String[] ids;
    private final String[] campaignIds;
    private final boolean[] living;
    private final Matches matches;
    private final Descriptions descriptions;

    /// Who holds what.
    ///
    /// @param assets by number of the asset
    /// @param utms by number of the folded UTM value, see [Catalog#utm]
    /// @param keywords by number of the folded keyword, see [Catalog#keyword]
    /// @param utmCount how many folded UTM values there are, likewise of keywords
    record Matches(
            Holdings assets,
            Holdings utms,
            Holdings keywords,
            WrittenUtms writtenUtms,
            FoldedKeywords foldedKeywords,
            int utmCount,
            int keywordCount) {}

    /// What assets were described with.
    ///
    /// @param pages by number of the URL, the others by number of the asset
    /// @param hosts places in `hostTexts`
    record Descriptions(Timeline pages, Timeline hosts, Timeline forms, Timeline statics, List<String> hostTexts) {}

    private Catalog(
            AssetType[] types,
            String[] ids,
            String[] campaignIds,
            boolean[] living,
            Matches matches,
            Descriptions descriptions) {
        this.types = types;
        this.ids = ids;
        this.campaignIds = campaignIds;
        this.living = living;
        this.matches = matches;
        this.descriptions = descriptions;
    }

    /// The catalog after this one; what it names already is not asked for again.
    Catalog followedBy(CatalogHistory history, Matches nextMatches, Descriptions nextDescriptions) {
        var assets = history.assets();
        var campaigns = history.campaigns();
        var nextTypes = assets == types.length ? types : Arrays.copyOf(types, assets);
        var nextIds = assets == ids.length ? ids : Arrays.copyOf(ids, assets);
        for (var asset = types.length; asset < assets; asset++) {
            nextTypes[asset] = history.typeOf(asset);
            nextIds[asset] = history.idOf(asset);
        }
        var nextCampaigns = campaigns == campaignIds.length ? campaignIds : Arrays.copyOf(campaignIds, campaigns);
        for (var campaign = campaignIds.length; campaign < campaigns; campaign++)
            nextCampaigns[campaign] = history.campaignId(campaign);
        var nextLiving = new boolean[campaigns];
        for (var campaign = 0; campaign < campaigns; campaign++) nextLiving[campaign] = history.living(campaign);
        return new Catalog(nextTypes, nextIds, nextCampaigns, nextLiving, nextMatches, nextDescriptions);
    }

    /// How many assets have numbers.
    public int assets() {
        return types.length;
    }

    @Override
    public AssetType typeOf(int asset) {
        return types[asset];
    }

    @Override
    public String idOf(int asset) {
        return ids[asset];
    }

    /// How many campaigns have numbers, deleted ones too.
    public int campaigns() {
        return campaignIds.length;
    }

    public String campaignId(int campaign) {
        return campaignIds[campaign];
    }

    /// Whether the campaign was created and not deleted.
    public boolean living(int campaign) {
        return campaign < living.length && living[campaign];
    }

    /// Which campaign holds an asset when; one at a time (MATCH-7).
    public Holdings assetHoldings() {
        return matches.assets;
    }

    /// Which campaigns have a UTM value when, by its number.
    public Holdings utmHoldings() {
        return matches.utms;
    }

    /// Which campaigns have a keyword when, by its number.
    public Holdings keywordHoldings() {
        return matches.keywords;
    }

    /// Number of a folded UTM value, or [Touches#NONE] if no campaign ever had it.
    public int utm(String folded) {
        return matches.writtenUtms.find(folded);
    }

    /// Number of a folded keyword, or [Touches#NONE] if no campaign ever had it.
    public int keyword(String folded) {
        return matches.foldedKeywords.find(folded);
    }

    /// How many folded UTM values have numbers; once given, a number stays.
    public int utms() {
        return matches.utmCount;
    }

    /// How many folded keywords have numbers; once given, a number stays.
    public int keywords() {
        return matches.keywordCount;
    }

    /// A UTM value as a campaign wrote it, by the key of its holding (D-33).
    public String utmText(int key) {
        return matches.writtenUtms.text(key);
    }

    /// The page a URL means at an instant (D-16), or [Touches#NONE].
    public int page(int url, long atMicros) {
        return descriptions.pages.at(url, atMicros, Touches.NONE);
    }

    /// The host of the URL a page is described with, or "" (D-11).
    public String host(int page, long atMicros) {
        var host = descriptions.hosts.at(page, atMicros, Touches.NONE);
        return host == Touches.NONE ? "" : descriptions.hostTexts.get(host);
    }

    /// Whether a CTA holds a form at an instant; undescribed ones do not.
    public boolean hasForm(int asset, long atMicros) {
        return descriptions.forms.at(asset, atMicros, 0) != 0;
    }

    /// Whether a list is static at an instant (D-32); undescribed ones are.
    public boolean isStatic(int asset, long atMicros) {
        return descriptions.statics.at(asset, atMicros, 1) != 0;
    }
}
