package tributary.query.journey;

import tributary.attribution.journey.Arrivals;
import tributary.attribution.journey.Touches;

/// Finds the strands with touches that a change of the catalog may concern: one look at each touch.
final class CatalogScan {
    private final Marks marks;
    private final boolean[] arrivals;
    private final boolean anyArrival;

    CatalogScan(Marks marks, Arrivals dictionary) {
        this.marks = marks;
        arrivals = new boolean[dictionary.size()];
        var any = false;
        for (var number = 0; number < arrivals.length; number++) {
            var arrival = dictionary.get(number);
            arrivals[number] =
                    marks.utms().contains(arrival.utm()) || marks.keywords().contains(arrival.keyword());
            any |= arrivals[number];
        }
        anyArrival = any;
    }

    void markStrands(Strands strands) {
        if (!anyArrival && marks.assets().isEmpty() && marks.urls().isEmpty()) return;
        for (var strand = 0; strand < strands.size(); strand++) {
            if (isConcerned(strands, strand)) marks.strand(strand);
        }
    }

    private boolean isConcerned(Strands strands, int strand) {
        var count = strands.count(strand);
        if (count == 0) return false;
        var block = strands.block(strand);
        var from = strands.from(strand);
        for (var row = from; row < from + count; row++) {
            if (arrivals[block.arrival(row)] || isMarked(block.asset(row)) || isMarked(block.page(row))) return true;
        }
        return false;
    }

    private boolean isMarked(int asset) {
        if (asset >= 0) return marks.assets().get(asset);
        return Touches.isByUrl(asset) && marks.urls().get(Touches.url(asset));
    }
}
