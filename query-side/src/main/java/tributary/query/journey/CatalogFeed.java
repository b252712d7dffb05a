package tributary.query.journey;

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

/// Feeds the catalog with what matching needs.
final class CatalogFeed {
    private static final String UTM = "hs_utm";
    private static final int ORDER_STEP = 1024;

    private final CatalogHistory history;
    private final Acts acts;

    CatalogFeed(CatalogHistory history, Acts acts) {
        this.history = history;
        this.acts = acts;
    }

    void fold(CampaignEvent event, long position) {
        var at = Micros.of(event.at());
        var order = position * ORDER_STEP;
        var campaign = history.campaign(event.campaign().value());
        switch (event) {
            case CampaignCreated created ->
                history.campaignCreated(campaign, created.properties().get(UTM), at, order);
            case CampaignChanged changed -> {
                var utm = changed.properties().get(UTM);
                if (utm != null) history.utmChanged(campaign, utm, at, order);
            }
            case CampaignDeleted _ -> history.campaignDeleted(campaign, at, order);
            case AssetAssociated associated -> history.associated(campaign, acts.asset(associated.asset()), at, order);
            case AssetDissociated dissociated ->
                history.dissociated(campaign, acts.asset(dissociated.asset()), at, order);
            case CampaignEvent.BudgetSet _,
                    CampaignEvent.BudgetRemoved _,
                    CampaignEvent.SpendSet _,
                    CampaignEvent.SpendRemoved _ -> {}
        }
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
    }
}
