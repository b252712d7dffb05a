package tributary.query.journey;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import tributary.attribution.journey.Catalog;
import tributary.attribution.journey.Holdings;
import tributary.query.directory.AssetEntry;
import tributary.query.directory.AssociatedAsset;

/// The assets that a campaign has or had, read from the catalog.
final class AssociatedAssets {
    private static final Comparator<AssociatedAsset> IN_ORDER = Comparator.comparing(
                    (AssociatedAsset held) -> held.asset().type())
            .thenComparing(held -> held.asset().id());

    private record Held(long since, long until) {
        Held and(Held other) {
            return new Held(Math.min(since, other.since), Math.max(until, other.until));
        }
    }

    private final int campaign;
    private final Map<Integer, Held> byAsset = new TreeMap<>();

    private AssociatedAssets(int campaign) {
        this.campaign = campaign;
    }

    static List<AssociatedAsset> of(int campaign, Catalog catalog, IntFunction<AssetEntry> assets) {
        var found = new AssociatedAssets(campaign);
        found.gather(catalog.assetHoldings());
        found.gather(catalog.keywordHoldings());
        return found.byAsset.entrySet().stream()
                .map(entry -> associated(assets.apply(entry.getKey()), entry.getValue()))
                .sorted(IN_ORDER)
                .toList();
    }

    private void gather(Holdings holdings) {
        for (var subject = 0; subject < holdings.subjects(); subject++) {
            for (var i = holdings.first(subject); i < holdings.end(subject); i++) {
                if (holdings.campaign(i) != campaign) continue;
                byAsset.merge(holdings.key(i), new Held(holdings.since(i), holdings.until(i)), Held::and);
            }
        }
    }

    private static AssociatedAsset associated(AssetEntry asset, Held held) {
        return new AssociatedAsset(
                asset,
                Micros.instant(held.since),
                held.until == Holdings.OPEN ? Optional.empty() : Optional.of(Micros.instant(held.until)));
    }
}
