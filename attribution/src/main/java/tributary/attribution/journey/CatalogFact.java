package tributary.attribution.journey;

import java.util.Comparator;
import java.util.List;

/// Something said about campaigns or assets, with when it holds from and in which order it was recorded.
sealed interface CatalogFact {
    Comparator<CatalogFact> IN_TIME = Comparator.comparingLong(CatalogFact::at).thenComparingLong(CatalogFact::order);

    long at();

    long order();

    /// Puts a fact into a list that is in order of time.
    static <F extends CatalogFact> void insert(List<F> inTime, F fact) {
        var place = inTime.size();
        while (place > 0 && IN_TIME.compare(fact, inTime.get(place - 1)) < 0) place--;
        inTime.add(place, fact);
    }

    record Created(int campaign, long at, long order) implements CatalogFact {}

    record UtmChanged(int campaign, String utm, long at, long order) implements CatalogFact {}

    record Deleted(int campaign, long at, long order) implements CatalogFact {}

    record Associated(int campaign, int asset, long at, long order) implements CatalogFact {}

    record Dissociated(int campaign, int asset, long at, long order) implements CatalogFact {}
}
