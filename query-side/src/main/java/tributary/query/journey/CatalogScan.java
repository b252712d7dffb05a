package tributary.query.journey;

import tributary.attribution.journey.Arrivals;
import tributary.attribution.journey.Catalog;
import tributary.attribution.journey.CatalogChange;
import tributary.attribution.journey.CatalogChanges;
import tributary.attribution.journey.Span;
import tributary.attribution.journey.Touches;

/// Finds the strands with touches that a change of the catalog concerns, by a look at those which have such touches
/// at any time.
final class CatalogScan {
    private final Strands strands;
    private final StrandIndex index;
    private final Marks marks;

    CatalogScan(Strands strands, StrandIndex index, Marks marks) {
        this.strands = strands;
        this.index = index;
        this.marks = marks;
    }

    void markStrands(CatalogChanges changes, Catalog catalog, Arrivals arrivals) {
        changes.assets().forEach((asset, change) -> {
            HasSubject has = (block, row) -> block.asset(row) == asset || block.page(row) == asset;
            index.withAsset(asset, strand -> mark(strand, change, has));
        });
        changes.urls().forEach((url, change) -> {
            var byUrl = Touches.byUrl(url);
            HasSubject has = (block, row) -> block.page(row) == byUrl || block.asset(row) == byUrl;
            index.withUrl(url, strand -> mark(strand, change, has));
        });
        if (changes.utms().isEmpty() && changes.keywords().isEmpty()) return;
        for (var number = 0; number < arrivals.size(); number++) markArrival(number, changes, catalog, arrivals);
    }

    private void markArrival(int number, CatalogChanges changes, Catalog catalog, Arrivals arrivals) {
        var arrival = arrivals.get(number);
        var byUtm = changes.utms().get(catalog.utm(arrival.utm()));
        var byKeyword = changes.keywords().get(catalog.keyword(arrival.keyword()));
        if (byUtm == null && byKeyword == null) return;
        var change = byUtm == null ? byKeyword : byKeyword == null ? byUtm : byUtm.and(byKeyword);
        HasSubject has = (block, row) -> block.arrival(row) == number;
        index.withArrival(number, strand -> mark(strand, change, has));
    }

    private void mark(int strand, CatalogChange change, HasSubject has) {
        if (strand >= strands.size() || marks.hasStrand(strand)) return;
        if (isConcerned(strand, change.keeping(), has)) marks.strand(strand);
        else if (!change.forgetting().equals(change.keeping()) && isConcerned(strand, change.forgetting(), has))
            marks.forgettingStrand(strand);
    }

    private boolean isConcerned(int strand, Span span, HasSubject has) {
        if (span.isEmpty()) return false;
        var block = strands.block(strand);
        var from = strands.from(strand);
        var to = from + strands.count(strand);
        for (var row = firstSince(span.from(), block, from, to); row < to && block.at(row) < span.until(); row++)
            if (has.subject(block, row)) return true;
        return false;
    }

    private static int firstSince(long at, Touches block, int from, int to) {
        if (from == to || block.at(to - 1) < at) return to;
        var low = from;
        var high = to - 1;
        while (low < high) {
            var middle = low + high >>> 1;
            if (block.at(middle) < at) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private interface HasSubject {
        boolean subject(Touches block, int row);
    }
}
