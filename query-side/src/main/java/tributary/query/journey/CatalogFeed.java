package tributary.query.journey;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tributary.attribution.AssetType;
import tributary.attribution.journey.CatalogHistory;
import tributary.attribution.source.WebAddress;
import tributary.events.AssetEvent.AssetDescribed;
import tributary.events.AssetEvent.ListType;
import tributary.events.CampaignEvent;
import tributary.events.CampaignEvent.AssetAssociated;
import tributary.events.CampaignEvent.AssetDissociated;
import tributary.events.CampaignEvent.CampaignChanged;
import tributary.events.CampaignEvent.CampaignCreated;
import tributary.events.CampaignEvent.CampaignDeleted;

/// Feeds the catalog with what matching needs, and marks what touches may be judged by.
final class CatalogFeed {
    private static final String UTM = "hs_utm";
    private static final int ORDER_STEP = 1024;

    private final CatalogHistory history;
    private final Acts acts;
    private final Marks marks;
    private final Map<Integer, CampaignHoldings> holdings = new HashMap<>();
    /// The URLs that an asset was ever described with.
    private final Map<Integer, BitSet> urlsOf = new HashMap<>();

    CatalogFeed(CatalogHistory history, Acts acts, Marks marks) {
        this.history = history;
        this.acts = acts;
        this.marks = marks;
    }

    void fold(CampaignEvent event, long position) {
        var at = Micros.of(event.at());
        var order = position * ORDER_STEP;
        var campaign = history.campaign(event.campaign().value());
        var held = holdings.computeIfAbsent(campaign, _ -> new CampaignHoldings());
        switch (event) {
            case CampaignCreated created -> {
                var utm = created.properties().get(UTM);
                history.campaignCreated(campaign, utm, at, order);
                held.utm(WebAddress.foldUtm(utm));
                held.mark(marks);
            }
            case CampaignChanged changed -> changeUtm(campaign, held, changed.properties(), at, order);
            case CampaignDeleted _ -> {
                history.campaignDeleted(campaign, at, order);
                held.mark(marks);
            }
            case AssetAssociated associated -> {
                var asset = mark(acts.asset(associated.asset()), held);
                history.associated(campaign, asset, at, order);
            }
            case AssetDissociated dissociated -> {
                var asset = mark(acts.asset(dissociated.asset()), held);
                history.dissociated(campaign, asset, at, order);
            }
            case CampaignEvent.BudgetSet _,
                    CampaignEvent.BudgetRemoved _,
                    CampaignEvent.SpendSet _,
                    CampaignEvent.SpendRemoved _ -> {}
        }
    }

    private void changeUtm(int campaign, CampaignHoldings held, Map<String, String> properties, long at, long order) {
        var utm = properties.get(UTM);
        if (utm == null) return;
        history.utmChanged(campaign, utm, at, order);
        held.utm(WebAddress.foldUtm(utm));
        held.mark(marks);
    }

    private int mark(int asset, CampaignHoldings held) {
        if (history.typeOf(asset) == AssetType.KEYWORD) {
            var folded = WebAddress.foldKeyword(history.idOf(asset));
            held.keyword(folded);
            marks.keyword(folded);
        } else {
            held.asset(asset);
            marks.asset(asset);
        }
        return asset;
    }

    void fold(AssetDescribed described, long position) {
        var asset = acts.asset(described.asset());
        var url = described.url();
        var pageKey = url == null || url.isBlank() ? null : WebAddress.pageKey(url);
        history.described(
                asset,
                pageKey,
                pageKey == null ? null : WebAddress.host(url),
                described.hasForm(),
                described.listType() == null ? null : described.listType() != ListType.DYNAMIC,
                Micros.of(described.at()),
                position * ORDER_STEP);
        marks.asset(asset);
        if (pageKey != null) remember(asset, history.url(pageKey));
    }

    private void remember(int asset, int url) {
        urlsOf.computeIfAbsent(asset, _ -> new BitSet()).set(url);
        marks.url(url);
    }

    /// Marks the URLs of marked assets: touches that were sent with a URL only mean the page by it (D-16).
    void markUrls() {
        marks.assets().stream()
                .mapToObj(urlsOf::get)
                .filter(Objects::nonNull)
                .flatMapToInt(BitSet::stream)
                .forEach(marks::url);
    }
}
