package tributary.attribution.journey;

import java.util.Comparator;

/// Something said about campaigns or assets, with when it holds from and in which order it was recorded.
sealed interface CatalogFact {
    Comparator<CatalogFact> IN_TIME = Comparator.comparingLong(CatalogFact::at).thenComparingLong(CatalogFact::order);

    long at();

    long order();

    record Created(int campaign, long at, long order) implements CatalogFact {}

    record UtmChanged(int campaign, String utm, long at, long order) implements CatalogFact {}

    record Deleted(int campaign, long at, long order) implements CatalogFact {}

    record Associated(int campaign, int asset, long at, long order) implements CatalogFact {}

    record Dissociated(int campaign, int asset, long at, long order) implements CatalogFact {}

    record Described(int asset, String pageKey, String host, Boolean hasForm, Boolean staticList, long at, long order)
            implements CatalogFact {}
}
