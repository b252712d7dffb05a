package tributary.attribution.journey;

/// The order of touches (D-10): time, kind, asset type, asset id, page type, page id, each as sent and absent ones
/// first, then [Ties]. Never the order of arrival.
public final class TouchOrder {
    private final Assets assets;
    private final Ties ties;

    public TouchOrder(Assets assets, Ties ties) {
        this.assets = assets;
        this.ties = ties;
    }

    /// Negative when row `rowA` of `a` comes before row `rowB` of `b`, positive when after.
    public int compare(Touches a, int rowA, Touches b, int rowB) {
        var byTime = Long.compare(a.at(rowA), b.at(rowB));
        return byTime != 0 ? byTime : compareWithinInstant(a, rowA, b, rowB);
    }

    private int compareWithinInstant(Touches a, int rowA, Touches b, int rowB) {
        var byKind = Integer.compare(a.kind(rowA), b.kind(rowB));
        if (byKind != 0) return byKind;
        var byAsset = compareAssets(a.asset(rowA), b.asset(rowB));
        if (byAsset != 0) return byAsset;
        var byPage = compareAssets(a.page(rowA), b.page(rowB));
        return byPage != 0 ? byPage : ties.compare(a, rowA, b, rowB);
    }

    /// What a URL stands for was not sent, so it counts as absent here.
    private int compareAssets(int a, int b) {
        if (a == b || a < 0 && b < 0) return 0;
        if (a < 0 || b < 0) return a < 0 ? -1 : 1;
        var byType = assets.typeOf(a).compareTo(assets.typeOf(b));
        return byType != 0 ? byType : assets.idOf(a).compareTo(assets.idOf(b));
    }
}
