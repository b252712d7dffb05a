package tributary.attribution.judge;

import java.util.Arrays;
import tributary.attribution.credit.Split;
import tributary.attribution.journey.Deal;
import tributary.attribution.rules.DealOrder;

/// Judges deals, one at a time, under all models of the rule set. Reusable; one per thread.
public final class DealJudge {
    private final Premises premises;
    private final boolean upToWin;
    private final DealContacts dealContacts;
    private final DealPath path;
    private final Split[] splits;
    private final CampaignSet matched;
    private final CampaignSums sums;

    /// Influenced contacts of the deal: campaign in the upper half, place of the contact in the lower.
    private long[] influenced = new long[16];

    private int influencedCount;
    private int[] influencedBy = new int[8];
    private long[] parts = new long[16];
    private int[] campaignsFrom = new int[17];
    private int[] campaigns = new int[32];

    public DealJudge(Premises premises) {
        this.premises = premises;
        var rules = premises.rules();
        upToWin = rules.dealOrder() == DealOrder.UP_TO_WIN;
        dealContacts = new DealContacts(rules.dealSnapshot());
        path = new DealPath(premises);
        splits = rules.models().stream()
                .map(named -> new Split(named.model(), rules.jAnchor()))
                .toArray(Split[]::new);
        matched = new CampaignSet(premises.catalog().campaigns());
        sums = new CampaignSums(premises.catalog().campaigns());
    }

    /// Tells everything found about this deal.
    ///
    /// @param people where its contacts' touches are
    /// @param contacts what was found about its contacts before
    public void judge(Deal deal, DealPeople people, ContactFindings contacts, DealFindings out) {
        var wonAt = deal.wonAt();
        if (wonAt == Deal.NOT_WON) return;
        dealContacts.fill(deal, wonAt);
        var closeDay = Deal.effectiveCloseDay(
                deal.closeDay(), deal.closeAt(), wonAt, premises.settings().zone());
        out.won(wonAt, closeDay, dealContacts.array(), dealContacts.size());
        tellClosed(wonAt, contacts, out);
        tellRevenueContacts(wonAt, contacts, out);
        if (!isEligible(deal, dealContacts.size())) return;
        out.eligible(deal.amountMinor());
        path.gather(deal, wonAt, dealContacts.array(), dealContacts.size(), people);
        tellCredit(deal.amountMinor(), out);
    }

    /// Whether a won deal takes part in revenue attribution: its amount known and convertible, with a contact
    /// (ATT-3, D-43).
    public static boolean isEligible(Deal deal, int contacts) {
        return deal.hasAmount() && deal.convertible() && contacts > 0;
    }

    private boolean isInTime(long at, long wonAt) {
        return at < wonAt || upToWin && at == wonAt;
    }

    private void tellClosed(long wonAt, ContactFindings contacts, DealFindings out) {
        influencedCount = 0;
        for (var i = 0; i < dealContacts.size(); i++) {
            var place = i;
            contacts.influencedSince(dealContacts.get(i), (campaign, at) -> {
                if (isInTime(at, wonAt)) addInfluenced(campaign, place);
            });
        }
        Arrays.sort(influenced, 0, influencedCount);
        for (int from = 0, to; from < influencedCount; from = to) {
            var campaign = (int) (influenced[from] >>> Integer.SIZE);
            for (to = from; to < influencedCount && (int) (influenced[to] >>> Integer.SIZE) == campaign; to++) {
                influencedBy[to - from] = dealContacts.get((int) influenced[to]);
            }
            out.closed(campaign, influencedBy, to - from);
        }
    }

    private void addInfluenced(int campaign, int place) {
        if (influencedCount == influenced.length) influenced = Arrays.copyOf(influenced, influencedCount * 2);
        if (influencedBy.length < dealContacts.size()) influencedBy = new int[dealContacts.size()];
        influenced[influencedCount++] = (long) campaign << Integer.SIZE | place;
    }

    private void tellRevenueContacts(long wonAt, ContactFindings contacts, DealFindings out) {
        for (var i = 0; i < dealContacts.size(); i++) {
            var contact = dealContacts.get(i);
            contacts.revenueSince(contact, (campaign, at) -> {
                if (isInTime(at, wonAt)) out.revenueContact(campaign, contact);
            });
        }
    }

    private void tellCredit(long amount, DealFindings out) {
        matchCampaigns();
        for (var model = 0; model < splits.length; model++) {
            splits[model].split(path.path(), amount, parts);
            sums.clear();
            var credited = 0L;
            for (var place = 0; place < path.length(); place++) {
                for (var i = campaignsFrom[place]; i < campaignsFrom[place + 1]; i++)
                    sums.add(campaigns[i], parts[place]);
                if (campaignsFrom[place + 1] > campaignsFrom[place]) credited += parts[place];
            }
            sums.tell(model, out);
            out.credited(model, credited, amount - credited);
        }
    }

    /// Lays out the campaigns of each interaction of the path.
    private void matchCampaigns() {
        var length = path.length();
        if (parts.length < length) {
            parts = new long[length * 2];
            campaignsFrom = new int[length * 2 + 1];
        }
        var count = 0;
        for (var place = 0; place < length; place++) {
            campaignsFrom[place] = count;
            matched.clear();
            path.campaigns(place, matched);
            if (campaigns.length < count + matched.size()) {
                campaigns = Arrays.copyOf(campaigns, (count + matched.size()) * 2);
            }
            System.arraycopy(matched.members(), 0, campaigns, count, matched.size());
            count += matched.size();
        }
        campaignsFrom[length] = count;
    }
}
