package tributary.attribution.journey;

import java.util.Map;
import tributary.attribution.AssetType;

/// What campaigns and assets were when: a snapshot of [CatalogHistory]. Numbers are those of the history; matching
/// knows living campaigns only (D-23).
public final class Catalog implements Assets {
    private final AssetType[] types;
    private final String[] ids;
    private final String[] campaignIds;
    private final boolean[] living;
    private final String[] utmTexts;
    private final Matches matches;
    private final Timeline pages;
    private final Timeline hosts;
    private final Timeline forms;
    private final Timeline statics;
    private final String[] hostTexts;

    /// Who holds what.
    ///
    /// @param assets by number of the asset
    /// @param utms by number of the folded UTM value, see [Catalog#utm]
    /// @param keywords by number of the folded keyword, see [Catalog#keyword]
    record Matches(
            Holdings assets,
            Holdings utms,
            Holdings keywords,
            Map<String, Integer> utmNumbers,
            Map<String, Integer> keywordNumbers) {}

    Catalog(
            AssetType[] types,
            String[] ids,
            String[] campaignIds,
            boolean[] living,
            String[] utmTexts,
            Matches matches,
            Timeline pages,
            Timeline hosts,
            Timeline forms,
            Timeline statics,
            String[] hostTexts) {
        this.types = types;
        this.ids = ids;
        this.campaignIds = campaignIds;
        this.living = living;
        this.utmTexts = utmTexts;
        this.matches = matches;
        this.pages = pages;
        this.hosts = hosts;
        this.forms = forms;
        this.statics = statics;
        this.hostTexts = hostTexts;
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
        return matches.utmNumbers.getOrDefault(folded, Touches.NONE);
    }

    /// Number of a folded keyword, or [Touches#NONE] if no campaign ever had it.
    public int keyword(String folded) {
        return matches.keywordNumbers.getOrDefault(folded, Touches.NONE);
    }

    /// A UTM value as a campaign wrote it, by the key of its holding (D-33).
    public String utmText(int key) {
        return utmTexts[key];
    }

    /// The page a URL means at an instant (D-16), or [Touches#NONE].
    public int page(int url, long atMicros) {
        return pages.at(url, atMicros, Touches.NONE);
    }

    /// The host of the URL a page is described with, or "" (D-11).
    public String host(int page, long atMicros) {
        var host = hosts.at(page, atMicros, Touches.NONE);
        return host == Touches.NONE ? "" : hostTexts[host];
    }

    /// Whether a CTA holds a form at an instant; undescribed ones do not.
    public boolean hasForm(int asset, long atMicros) {
        return forms.at(asset, atMicros, 0) != 0;
    }

    /// Whether a list is static at an instant (D-32); undescribed ones are.
    public boolean isStatic(int asset, long atMicros) {
        return statics.at(asset, atMicros, 1) != 0;
    }
}
