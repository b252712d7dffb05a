package tributary.query.figures;

import java.util.TreeSet;

/// Reads lists of deals out of their contributions.
final class DealLists {
    private DealLists() {}

    /// The deals closed by a campaign, or by any (the account): with all contacts they count through.
    static void closed(Records deals, int campaign, long fromDay, long toDay, Figures.DealConsumer out) {
        for (var deal = 0; deal < deals.owners(); deal++) {
            if (!deals.has(deal)) continue;
            var longs = deals.array(deal);
            var start = deals.start(deal);
            var day = DealContribution.closeDay(longs, start);
            if (day < fromDay || day > toDay) continue;
            var influencedBy = influencedBy(longs, start, campaign);
            if (influencedBy.length > 0) out.deal(deal, DealContribution.wonAt(longs, start), day, influencedBy);
        }
    }

    /// The deals that take part in attribution.
    static void eligible(Records deals, long fromDay, long toDay, Figures.EligibleDealConsumer out) {
        for (var deal = 0; deal < deals.owners(); deal++) {
            if (!deals.has(deal)) continue;
            var longs = deals.array(deal);
            var start = deals.start(deal);
            var day = DealContribution.closeDay(longs, start);
            if (day < fromDay || day > toDay || !DealContribution.isEligible(longs, start)) continue;
            out.deal(deal, DealContribution.eligible(longs, start));
        }
    }

    private static int[] influencedBy(long[] longs, int start, int campaign) {
        var contacts = new TreeSet<Integer>();
        var end = DealContribution.end(longs, start);
        for (var at = DealContribution.entries(start); at < end; at += Entry.size(longs[at])) {
            if (Entry.what(longs[at]) != Entry.CLOSED) continue;
            if (campaign != Figures.ACCOUNT && campaign != Entry.campaign(longs[at])) continue;
            for (var i = 1; i <= Entry.number(longs[at]); i++) contacts.add((int) longs[at + i]);
        }
        return contacts.stream().mapToInt(Integer::intValue).toArray();
    }
}
