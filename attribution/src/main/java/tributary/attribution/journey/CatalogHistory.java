package tributary.attribution.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import tributary.attribution.AssetType;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.Still;

/// Remembers what was said about campaigns and assets, in whatever order it arrives, and numbers them.
///
/// Every fact has `at` (microseconds since 1970 UTC) and `order` = position * 1024 + line: the order of recording,
/// which decides among facts of one instant (D-10). What was said is applied in order of (at, order), so the
/// catalog depends on the facts and not on their arrival. A fact costs what it concerns: the catalog shares all
/// else with the one before.
public final class CatalogHistory implements Assets {
    private record AssetKey(AssetType type, String id) {}

    private final Map<AssetKey, Integer> assetNumbers = new HashMap<>();
    private final List<AssetKey> assets = new ArrayList<>();
    private final HashedNumbers urls = new HashedNumbers();
    private final Map<String, Integer> campaignNumbers = new HashMap<>();
    private final List<String> campaigns = new ArrayList<>();
    private final List<CampaignFacts> campaignFacts = new ArrayList<>();
    private final WrittenUtms utms = new WrittenUtms();
    private final FoldedKeywords keywords = new FoldedKeywords();
    private final CatalogFold fold = new CatalogFold(campaignFacts, utms);
    private final LiveHoldings assetHoldings = new LiveHoldings(fold::asset);
    private final LiveHoldings utmHoldings = new LiveHoldings(fold::utm);
    private final LiveHoldings keywordHoldings = new LiveHoldings(fold::keyword);
    private final LiveTimeline pages = new LiveTimeline();
    private final LiveTimeline hosts = new LiveTimeline();
    private final LiveTimeline forms = new LiveTimeline();
    private final LiveTimeline statics = new LiveTimeline();
    private final Map<String, Integer> hostNumbers = new HashMap<>();
    private final List<String> hostTexts = new ArrayList<>();
    /// The URLs that a page was ever described with.
    private final Map<Integer, TreeSet<Integer>> urlsOf = new HashMap<>();
    private Catalog catalog = Catalog.EMPTY;
    private boolean stale;

    /// The number of this asset, given now if it is new; dense from 0.
    public int asset(AssetType type, String id) {
        var key = new AssetKey(type, id);
        var known = assetNumbers.putIfAbsent(key, assets.size());
        if (known != null) return known;
        assets.add(key);
        stale = true;
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
        campaignFacts.add(new CampaignFacts());
        stale = true;
        return campaigns.size() - 1;
    }

    /// @param utm as written, or `null` or blank without one
    public void campaignCreated(int campaign, String utm, long at, long order) {
        var facts = campaignFacts.get(campaign);
        facts.created(new CatalogFact.Created(campaign, at, order));
        touchAll(facts);
        if (utm != null && !utm.isBlank()) utmChanged(campaign, utm, at, order);
    }

    /// @param utm as written, or `null` or blank when it was taken away
    public void utmChanged(int campaign, String utm, long at, long order) {
        var facts = campaignFacts.get(campaign);
        var written = utm == null ? "" : utm.strip();
        var key = utms.key(written);
        facts.utmChanged(new CatalogFact.UtmChanged(campaign, written, at, order));
        if (key != Touches.NONE) fold.ofUtm(utms.folded(key), campaign);
        facts.utms().forEach(utmHoldings::touch);
        stale = true;
    }

    public void campaignDeleted(int campaign, long at, long order) {
        var facts = campaignFacts.get(campaign);
        facts.deleted(new CatalogFact.Deleted(campaign, at, order));
        touchAll(facts);
    }

    private void touchAll(CampaignFacts facts) {
        facts.assets().forEach(assetHoldings::touch);
        facts.utms().forEach(utmHoldings::touch);
        facts.keywords().forEach(keywordHoldings::touch);
        stale = true;
    }

    /// Also of a KEYWORD asset.
    public void associated(int campaign, int asset, long at, long order) {
        add(asset, campaign, new CatalogFact.Associated(campaign, asset, at, order));
    }

    /// Also of a KEYWORD asset. Of a campaign that does not hold the asset: no effect (D-22).
    public void dissociated(int campaign, int asset, long at, long order) {
        add(asset, campaign, new CatalogFact.Dissociated(campaign, asset, at, order));
    }

    private void add(int asset, int campaign, CatalogFact fact) {
        if (typeOf(asset) == AssetType.KEYWORD) {
            var keyword = keywords.number(idOf(asset));
            fold.ofKeyword(keyword, campaign, fact);
            keywordHoldings.touch(keyword);
        } else {
            fold.ofAsset(asset, campaign, fact);
            assetHoldings.touch(asset);
        }
        stale = true;
    }

    /// What is `null` was not said. Each thing said holds from `at`, and backwards when it is the first word about
    /// it (D-17).
    ///
    /// @param pageKey normalised URL of the asset; only pages own URLs (D-16)
    /// @param host of that URL, lower-case
    public void described(
            int asset, String pageKey, String host, Boolean hasForm, Boolean staticList, long at, long order) {
        if (pageKey != null) {
            var url = url(pageKey);
            urlsOf.computeIfAbsent(asset, _ -> new TreeSet<>()).add(url);
            if (typeOf(asset).isPage()) pages.say(url, asset, at, order);
        }
        if (host != null) hosts.say(asset, host(host), at, order);
        if (hasForm != null) forms.say(asset, hasForm ? 1 : 0, at, order);
        if (staticList != null) statics.say(asset, staticList ? 1 : 0, at, order);
        stale = true;
    }

    private int host(String text) {
        return hostNumbers.computeIfAbsent(text, added -> {
            hostTexts.add(added);
            return hostTexts.size() - 1;
        });
    }

    /// How things stand: the same object until something changes. Its numbers and texts grow with this history, so
    /// nobody may look at it while facts are told.
    public Catalog catalog() {
        if (!stale) return catalog;
        stale = false;
        catalog = catalog.followedBy(
                this,
                new Catalog.Matches(
                        assetHoldings.present(),
                        utmHoldings.present(),
                        keywordHoldings.present(),
                        utms,
                        keywords,
                        utms.size(),
                        keywords.size()),
                new Catalog.Descriptions(
                        pages.present(), hosts.present(), forms.present(), statics.present(), hostTexts));
        return catalog;
    }

    /// What the catalog means otherwise now than when this was last asked.
    public CatalogChanges takeChanges() {
        catalog();
        var byAsset = new HashMap<>(assetHoldings.takeChanges());
        for (var timeline : List.of(hosts, forms, statics))
            timeline.takeChanges().forEach((asset, change) -> byAsset.merge(asset, change, CatalogChange::and));
        var byUrl = new HashMap<>(pages.takeChanges());
        byAsset.forEach((asset, change) -> {
            for (var url : urlsOf.getOrDefault(asset, new TreeSet<>())) byUrl.merge(url, change, CatalogChange::and);
        });
        return new CatalogChanges(byAsset, byUrl, utmHoldings.takeChanges(), keywordHoldings.takeChanges());
    }

    public Still still() {
        var facts = new CatalogFacts();
        for (var campaign = 0; campaign < campaigns.size(); campaign++)
            campaignFacts.get(campaign).each(campaign, facts::add);
        fold.each(facts::add);
        var names = List.copyOf(assets);
        var campaignNames = List.copyOf(campaigns);
        var hostNames = List.copyOf(hostTexts);
        var describedWith = new ArrayList<int[]>();
        urlsOf.forEach((asset, owned) -> owned.forEach(url -> describedWith.add(new int[] {asset, url})));
        return Still.of(
                out -> {
                    out.ints(
                            names.stream().mapToInt(name -> name.type.ordinal()).toArray(), names.size());
                    out.texts(names.stream().map(AssetKey::id).toList());
                    out.texts(campaignNames);
                    out.texts(hostNames);
                },
                urls.still(),
                facts,
                pages.still(),
                hosts.still(),
                forms.still(),
                statics.still(),
                out -> {
                    out.number(describedWith.size());
                    for (var pair : describedWith) for (var number : pair) out.number(number);
                });
    }

    /// Reads what was written into a history that nothing was said in. Numbers are as they were.
    public void read(ColumnsIn in) {
        var types = in.ints();
        var ids = in.texts();
        for (var i = 0; i < types.length; i++) asset(AssetType.values()[types[i]], ids.get(i));
        in.texts().forEach(this::campaign);
        in.texts().forEach(this::host);
        urls.read(in);
        CatalogFacts.read(in).forEach(this::say);
        pages.read(in);
        hosts.read(in);
        forms.read(in);
        statics.read(in);
        for (var left = in.integer(); left > 0; left--)
            urlsOf.computeIfAbsent(in.integer(), _ -> new TreeSet<>()).add(in.integer());
        stale = true;
    }

    private void say(CatalogFact fact) {
        switch (fact) {
            case CatalogFact.Created(var campaign, var at, var order) -> campaignCreated(campaign, null, at, order);
            case CatalogFact.UtmChanged(var campaign, var utm, var at, var order) ->
                utmChanged(campaign, utm, at, order);
            case CatalogFact.Deleted(var campaign, var at, var order) -> campaignDeleted(campaign, at, order);
            case CatalogFact.Associated(var campaign, var asset, var at, var order) ->
                associated(campaign, asset, at, order);
            case CatalogFact.Dissociated(var campaign, var asset, var at, var order) ->
                dissociated(campaign, asset, at, order);
        }
    }

    int assets() {
        return assets.size();
    }

    int campaigns() {
        return campaigns.size();
    }

    boolean living(int campaign) {
        return campaignFacts.get(campaign).living();
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

    private static OptionalInt optional(Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
