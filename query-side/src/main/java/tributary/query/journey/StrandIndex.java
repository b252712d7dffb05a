package tributary.query.journey;

import java.util.function.IntConsumer;
import tributary.attribution.journey.Arrivals;
import tributary.attribution.journey.Touches;

/// Which strands hold touches with an asset, on a page known by its URL, or that arrived in a way that campaigns can
/// match: so that a change of the catalog looks at these only. Nothing is kept until it is built; from then on
/// every touch is put in.
final class StrandIndex {
    /// So many strands that follow each other are told together: a list of fewer and smaller numbers takes two thirds
    /// of
    /// the bytes, and who asks looks at each strand anyway.
    private static final int GROUP = 4;
    /// There may be as many URLs as touches, so several share a list.
    private static final int URL_LISTS = 1 << 10;
    /// So many touches before one are looked at for the same asset, which then is in the index already.
    private static final int LATELY = 8;

    private final Arrivals arrivals;
    private Postings byAsset;
    private Postings byUrl;
    private Postings byArrival;

    StrandIndex(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    boolean isBuilt() {
        return byAsset != null;
    }

    /// Begins anew; every strand must be [#put] in then.
    void begin() {
        byAsset = new Postings();
        byUrl = new Postings();
        byArrival = new Postings();
    }

    /// Puts behind all that is here what others put into a part, as if they had put it here.
    void addAll(StrandIndex part) {
        byAsset.addAll(part.byAsset);
        byUrl.addAll(part.byUrl);
        byArrival.addAll(part.byArrival);
    }

    /// An index of some strands, to be built beside others.
    StrandIndex part() {
        var part = new StrandIndex(arrivals);
        part.begin();
        return part;
    }

    void put(Strands strands, int strand) {
        var block = strands.block(strand);
        var from = strands.from(strand);
        var to = from + strands.count(strand);
        for (var row = from; row < to; row++) put(strand, block.asset(row), block.page(row), block.arrival(row));
    }

    /// Gives back what is unused.
    void trim() {
        byAsset.trim();
        byUrl.trim();
        byArrival.trim();
    }

    /// Takes in a new touch, the last of its strand so far.
    void add(Strands strands, int strand) {
        var block = strands.block(strand);
        var from = strands.from(strand);
        var row = from + strands.count(strand) - 1;
        var asset = block.asset(row);
        var page = block.page(row);
        var arrival = block.arrival(row);
        for (var before = row - 1; before >= Math.max(from, row - LATELY); before--)
            if (block.asset(before) == asset && block.page(before) == page && block.arrival(before) == arrival) return;
        put(strand, asset, page, arrival);
    }

    private void put(int strand, int asset, int page, int arrival) {
        putAsset(strand, asset);
        if (page != asset) putAsset(strand, page);
        if (canMatch(arrival)) byArrival.add(arrival, strand / GROUP);
    }

    private void putAsset(int strand, int asset) {
        if (asset >= 0) byAsset.add(asset, strand / GROUP);
        else if (Touches.isByUrl(asset)) byUrl.add(Touches.url(asset) % URL_LISTS, strand / GROUP);
    }

    private boolean canMatch(int arrival) {
        var how = arrivals.get(arrival);
        return !how.utm().isEmpty() || !how.keyword().isEmpty();
    }

    /// Tells the strands with touches that have this asset, or happened on it if it is a page; others too, some that
    /// are
    /// none yet, and some more than once. Likewise the others below.
    void withAsset(int asset, IntConsumer out) {
        byAsset.each(asset, group -> strands(group, out));
    }

    /// Tells the strands with touches on the page of this URL.
    void withUrl(int url, IntConsumer out) {
        byUrl.each(url % URL_LISTS, group -> strands(group, out));
    }

    /// Tells the strands with touches that arrived so.
    void withArrival(int arrival, IntConsumer out) {
        byArrival.each(arrival, group -> strands(group, out));
    }

    private static void strands(int group, IntConsumer out) {
        for (var strand = group * GROUP; strand < (group + 1) * GROUP; strand++) out.accept(strand);
    }
}
