package tributary.attribution.judge;

import tributary.attribution.Kind;
import tributary.attribution.journey.Person;
import tributary.attribution.journey.Touches;

/// Finds a contact's first visit over all its strands (NCF-2), and what it counts for: first touch (NCF) and the
/// influence of its keyword (INFL-1j).
final class FirstVisit {
    private static final int PAGE_VIEW = Kind.PAGE_VIEW.ordinal();

    private final Premises premises;
    private final CampaignSet campaigns;
    private Person person;
    private boolean waiting;
    private Touches touches;
    private int row;
    private int page;
    private boolean excluded;

    FirstVisit(Premises premises) {
        this.premises = premises;
        campaigns = new CampaignSet(premises.catalog().campaigns());
    }

    void begin(Person judged) {
        person = judged;
        touches = null;
    }

    void beginStrand() {
        waiting = person.contact() != Touches.NONE;
    }

    /// Whether the contact's first visit in the strand is still to come.
    boolean isWaiting() {
        return waiting;
    }

    /// The contact's first visit in the strand.
    void see(Touches seen, int seenRow, int seenPage, boolean sessionExcluded) {
        waiting = false;
        if (touches != null && premises.order().compare(touches, row, seen, seenRow) <= 0) return;
        touches = seen;
        row = seenRow;
        page = seenPage;
        excluded = sessionExcluded;
    }

    void finish(PersonFindings out, PairMinima influences) {
        if (touches == null) return;
        var at = touches.at(row);
        var arrivals = premises.arrivals();
        campaigns.clear();
        addUtm(arrivals.utm(touches.arrival(row)), at);
        addPage(at);
        addKeyword(arrivals.keyword(touches.arrival(row)), at, influences);
        if (excluded || at > person.creation().atMicros()) return;
        for (var i = 0; i < campaigns.size(); i++) out.firstTouch(campaigns.get(i));
    }

    private void addUtm(int utm, long at) {
        var utms = premises.utms();
        for (var i = utms.first(utm); i < utms.end(utm); i++) if (utms.covers(i, at)) campaigns.add(utms.campaign(i));
    }

    private void addPage(long at) {
        var holder = premises.holder(page, at);
        if (holder < 0) return;
        var flags = premises.verdicts().of(PAGE_VIEW, premises.catalog().typeOf(page));
        if ((flags & Verdicts.TRAFFIC) != 0) campaigns.add(holder);
    }

    private void addKeyword(int keyword, long at, PairMinima influences) {
        var keywords = premises.keywords();
        for (var i = keywords.first(keyword); i < keywords.end(keyword); i++) {
            if (!keywords.covers(i, at)) continue;
            campaigns.add(keywords.campaign(i));
            influences.put(keywords.campaign(i), InfluenceKey.keyword(keywords.key(i)), at);
        }
    }
}
