package tributary.attribution.journey;

import java.util.Map;

/// What became of a catalog since it was last asked ([CatalogHistory#takeChanges]), by numbers of assets, of URLs, of
/// folded UTM values and of folded keywords.
public record CatalogChanges(
        Map<Integer, CatalogChange> assets,
        Map<Integer, CatalogChange> urls,
        Map<Integer, CatalogChange> utms,
        Map<Integer, CatalogChange> keywords) {
    public boolean isEmpty() {
        return assets.isEmpty() && urls.isEmpty() && utms.isEmpty() && keywords.isEmpty();
    }
}
