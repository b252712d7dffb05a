package tributary.attribution.twin;

import java.util.List;
import tributary.attribution.AssetType;
import tributary.attribution.journey.Arrivals;
import tributary.attribution.journey.CatalogHistory;
import tributary.attribution.journey.Touches;
import tributary.attribution.judge.InfluenceKey;
import tributary.attribution.source.WebAddress;

/// Tells the judge's catalog what a history says about campaigns and assets, and numbers what acts name.
final class FoldedCatalog {
    final CatalogHistory history = new CatalogHistory();
    final Arrivals arrivals = new Arrivals();

    FoldedCatalog(List<Line> lines) {
        for (var i = 0; i < lines.size(); i++)
            tell(lines.get(i), Micros.of(lines.get(i).at()), i);
    }

    private void tell(Line line, long at, long order) {
        switch (line) {
            case Line.CampaignCreate it -> history.campaignCreated(campaign(it.campaign()), it.utm(), at, order);
            case Line.CampaignUtm it -> history.utmChanged(campaign(it.campaign()), it.utm(), at, order);
            case Line.CampaignDelete it -> history.campaignDeleted(campaign(it.campaign()), at, order);
            case Line.Associate it -> history.associated(campaign(it.campaign()), asset(it.asset()), at, order);
            case Line.Dissociate it -> history.dissociated(campaign(it.campaign()), asset(it.asset()), at, order);
            case Line.Describe it ->
                history.described(
                        asset(it.asset()),
                        it.url() == null ? null : WebAddress.pageKey(it.url()),
                        it.url() == null ? null : WebAddress.host(it.url()),
                        it.hasForm(),
                        it.listType() == null ? null : !it.listType().equals("DYNAMIC"),
                        at,
                        order);
            default -> {}
        }
    }

    private int campaign(String id) {
        return history.campaign(id);
    }

    int asset(Thing thing) {
        return thing == null ? Touches.NONE : history.asset(AssetType.valueOf(thing.type()), thing.id());
    }

    int byUrl(String url) {
        return url == null ? Touches.NONE : Touches.byUrl(history.url(WebAddress.pageKey(url)));
    }

    int arrival(Line.Interaction act) {
        return arrivals.number(WebAddress.arrival(act.url(), act.referrer(), act.keyword()));
    }

    /// TYPE/ID of what an influence key means.
    String name(int key) {
        if (InfluenceKey.isUtm(key)) return "UTM/" + history.catalog().utmText(InfluenceKey.number(key));
        var asset = InfluenceKey.number(key);
        return history.typeOf(asset) + "/" + history.idOf(asset);
    }
}
