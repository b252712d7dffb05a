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
    /// Strands that a thread looks at before it asks for more; fewer are not worth another thread.
    private static final int PORTION = 1 << 9;

    private static final byte CONCERNED = 1;
    private static final byte IF_FORGETTING = 2;

    private final Strands strands;
    private final StrandIndex index;
    private final Marks marks;
    private final Hands hands;

    // Strands still to be looked at.
    private int[] gathered = {};
    private int count;

    /// @param hands share out looking at strands: where each of them lies, the processor has to wait for memory
    CatalogScan(Strands strands, StrandIndex index, Marks marks, Hands hands) {
        this.strands = strands;
        this.index = index;
        this.marks = marks;
        this.hands = hands;
    }

    void markStrands(CatalogChanges changes, Catalog catalog, Arrivals arrivals) {
        changes.assets().forEach((asset, change) -> {
            HasSubject has = (block, row) -> block.asset(row) == asset || block.page(row) == asset;
            index.withAsset(asset, this::gather);
            markGathered(change, has);
        });
        changes.urls().forEach((url, change) -> {
            var byUrl = Touches.byUrl(url);
            HasSubject has = (block, row) -> block.page(row) == byUrl || block.asset(row) == byUrl;
            index.withUrl(url, this::gather);
            markGathered(change, has);
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
        index.withArrival(number, this::gather);
        markGathered(change, has);
    }

    private void gather(int strand) {
        if (strand >= strands.size() || marks.hasStrand(strand)) return;
        gathered = Room.in(gathered, count + 1);
        gathered[count++] = strand;
    }

    private void markGathered(CatalogChange change, HasSubject has) {
        var verdicts = new byte[count];
        hands.share(0, count, PORTION, (from, to) -> {
            for (var i = from; i < to; i++) verdicts[i] = verdict(gathered[i], change, has);
        });
        for (var i = 0; i < count; i++) {
            if (verdicts[i] == CONCERNED) marks.strand(gathered[i]);
            else if (verdicts[i] == IF_FORGETTING) marks.forgettingStrand(gathered[i]);
        }
        count = 0;
    }

    private byte verdict(int strand, CatalogChange change, HasSubject has) {
        if (isConcerned(strand, change.keeping(), has)) return CONCERNED;
        if (change.forgetting().equals(change.keeping())) return 0;
        return isConcerned(strand, change.forgetting(), has) ? IF_FORGETTING : 0;
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
