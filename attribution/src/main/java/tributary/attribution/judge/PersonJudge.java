package tributary.attribution.judge;

import tributary.attribution.Kind;
import tributary.attribution.journey.Catalog;
import tributary.attribution.journey.Holdings;
import tributary.attribution.journey.Person;
import tributary.attribution.journey.Strand;
import tributary.attribution.journey.Touches;

/// Judges persons, one at a time, in one pass over their touches. Reusable; one per thread.
///
/// This class holds the hot loop: for each touch it asks who acted, cuts sessions and matches campaigns by numbered
/// intervals, and gathers what counts for the person in small tables that are reused. No text, no boxing and no
/// object per person.
public final class PersonJudge {
    private static final int PAGE_VIEW = Kind.PAGE_VIEW.ordinal();

    private final Premises premises;
    private final Verdicts verdicts;
    private final Catalog catalog;
    private final Holdings utms;
    private final Holdings keywords;
    private final SessionCutter cutter;
    private final Strand strand = new Strand();
    private final CampaignSet sessionCampaigns;
    private final PairMinima influences = new PairMinima();
    private final CampaignMinima revenue;
    private final FirstVisit firstVisit;
    private final Conversion conversion;
    private ArrivalTable arrivals;
    private PersonFindings out;
    private Person person;
    private Owners owners;

    // The running session of the strand.
    private boolean sessionOpen;
    private boolean sessionExcluded;
    private boolean sessionVisited;
    private long sessionStart;

    public PersonJudge(Premises premises) {
        this.premises = premises;
        verdicts = premises.verdicts();
        catalog = premises.catalog();
        utms = premises.utms();
        keywords = premises.keywords();
        cutter = new SessionCutter(premises);
        sessionCampaigns = new CampaignSet(catalog.campaigns());
        revenue = new CampaignMinima(catalog.campaigns());
        firstVisit = new FirstVisit(premises);
        conversion = new Conversion(premises);
    }

    /// Tells everything found about this person.
    public void judge(Person judged, PersonFindings findings) {
        person = judged;
        out = findings;
        arrivals = premises.arrivals();
        if (person.contact() == Touches.NONE) judgeNobody();
        else judgeContact();
    }

    /// Nobody is influenced by what was done in a browser that nobody was identified in: only sessions count.
    private void judgeNobody() {
        for (var index = 0; index < person.strands(); index++) {
            person.strand(index, strand);
            judgeSessions();
        }
    }

    private void judgeContact() {
        influences.clear();
        revenue.clear();
        firstVisit.begin(person);
        conversion.begin(person, cutter.gapMicros());
        for (var index = 0; index < person.strands(); index++) {
            person.strand(index, strand);
            judgeStrand(person.isHome(index));
        }
        firstVisit.finish(out, influences);
        conversion.finish(out);
        for (var i = 0; i < influences.size(); i++) {
            out.influence(influences.campaign(i), influences.key(i), influences.earliest(i));
        }
        revenue.forEach(out::revenueSince);
    }

    private void judgeSessions() {
        var touches = strand.touches();
        var to = strand.to();
        var roles = verdicts.roles(strand.browser());
        cutter.begin(strand.browser());
        sessionOpen = false;
        for (var row = strand.from(); row < to; row++) {
            var role = roles[touches.act(row)];
            if ((role & Verdicts.IN_SESSION) != 0 && cutter.begins(touches, row)) startSession(touches, row);
            if ((role & Verdicts.VISIT) != 0) visitSession(touches, row);
        }
        closeSession();
    }

    private void judgeStrand(boolean home) {
        var touches = strand.touches();
        var to = strand.to();
        var roles = verdicts.roles(strand.browser());
        owners = Owners.of(strand, person);
        cutter.begin(strand.browser());
        sessionOpen = false;
        firstVisit.beginStrand();
        conversion.beginStrand(strand);
        for (var row = strand.from(); row < to; row++) {
            var role = roles[touches.act(row)];
            if ((role & Verdicts.IN_SESSION) != 0) {
                if (cutter.begins(touches, row)) startSession(touches, row);
                if (conversion.isWatching()) conversion.seeInSession(touches, row, sessionExcluded);
            }
            if ((role & Verdicts.VISIT) != 0) visit(touches, row, home && !sessionExcluded);
            if ((role & Verdicts.ENGAGEMENT) != 0) engage(touches, row);
        }
        closeSession();
    }

    /// Whether the touches of a strand that name no contact are the person's.
    private enum Owners {
        /// So are those that name someone, since nobody is named but the person.
        ALL,
        /// Those that name someone may be somebody else's.
        UNNAMED,
        SOME;

        static Owners of(Strand strand, Person person) {
            if (!strand.browser()) return ALL;
            return strand.soleOwner() && person.is(strand.owner(0)) ? UNNAMED : SOME;
        }
    }

    private boolean isMine(Touches touches, int row) {
        if (owners == Owners.ALL) return true;
        var named = touches.contact(row);
        if (named == Touches.NONE && owners == Owners.UNNAMED) return true;
        return person.is(named != Touches.NONE ? named : strand.owner(touches.at(row)));
    }

    private void startSession(Touches touches, int row) {
        closeSession();
        sessionOpen = true;
        sessionVisited = false;
        sessionStart = touches.at(row);
        sessionExcluded = verdicts.isExcluded(touches.origin(row));
        conversion.startSession(row);
    }

    private void closeSession() {
        if (sessionOpen && sessionCampaigns.size() > 0) {
            out.session(sessionStart, sessionCampaigns.members(), sessionCampaigns.size());
        }
        sessionCampaigns.clear();
        sessionOpen = false;
    }

    /// A visit to a page, of which only the session counts.
    private void visitSession(Touches touches, int row) {
        if (!sessionExcluded) {
            var page = premises.page(touches, row);
            var flags = premises.visiting(page);
            if (arrivals.matches(touches.arrival(row)))
                visitByArrival(touches, row, false, verdicts.isSessionPage(page, catalog));
            if ((flags & Verdicts.TRAFFIC) != 0) visitPage(page, flags, touches.at(row), false, true);
        }
        sessionVisited = true;
    }

    /// A visit to a page. Most match nothing ever and are done with at first sight.
    private void visit(Touches touches, int row, boolean counts) {
        var page = premises.page(touches, row);
        var flags = premises.visiting(page);
        var matches = arrivals.matches(touches.arrival(row));
        if (flags != 0 || matches || firstVisit.isWaiting()) {
            var mine = isMine(touches, row);
            if (mine && firstVisit.isWaiting()) firstVisit.see(touches, row, page, sessionExcluded);
            if (matches) visitByArrival(touches, row, mine, counts && verdicts.isSessionPage(page, catalog));
            if (flags != 0) visitPage(page, flags, touches.at(row), mine, counts);
        }
        sessionVisited = true;
    }

    /// By the UTM value and the keyword (MATCH-2, MATCH-3).
    private void visitByArrival(Touches touches, int row, boolean mine, boolean counts) {
        var arrival = touches.arrival(row);
        visitByUtm(arrivals.utm(arrival), touches.at(row), mine, counts);
        visitByKeyword(arrivals.keyword(arrival), touches.at(row), mine, counts && !sessionVisited);
    }

    private void visitByUtm(int utm, long at, boolean mine, boolean counts) {
        var end = utms.end(utm);
        for (var i = utms.first(utm); i < end; i++) {
            if (!utms.covers(i, at)) continue;
            var campaign = utms.campaign(i);
            if (counts) sessionCampaigns.add(campaign);
            if (!mine) continue;
            influences.put(campaign, InfluenceKey.utm(utms.key(i)), at);
            revenue.put(campaign, at);
        }
    }

    /// By the page (MATCH-1).
    private void visitPage(int page, int flags, long at, boolean mine, boolean counts) {
        var campaign = premises.holder(page, at);
        if (campaign < 0) return;
        if (counts && (flags & Verdicts.TRAFFIC) != 0) sessionCampaigns.add(campaign);
        if (mine) note(campaign, page, flags, page, at);
    }

    /// Only arriving counts for the session; influence is the first visit's affair (INFL-1j).
    private void visitByKeyword(int keyword, long at, boolean mine, boolean counts) {
        var end = keywords.end(keyword);
        for (var i = keywords.first(keyword); i < end; i++) {
            if (!keywords.covers(i, at)) continue;
            if (counts) sessionCampaigns.add(keywords.campaign(i));
            if (mine) revenue.put(keywords.campaign(i), at);
        }
    }

    /// An act with an asset of its own: an email, a form, an event …
    private void engage(Touches touches, int row) {
        var asset = touches.asset(row);
        var heldAs = premises.heldAs(asset);
        if (heldAs < 0) return;
        var flags = verdicts.of(touches.kind(row), heldAs);
        if (flags == 0 || !isMine(touches, row)) return;
        var at = touches.at(row);
        var campaign = premises.holder(asset, at);
        if (campaign >= 0) note(campaign, asset, flags, premises.page(touches, row), at);
    }

    private void note(int campaign, int asset, int flags, int page, long at) {
        if (verdicts.influences(flags, catalog, asset, at)) influences.put(campaign, InfluenceKey.asset(asset), at);
        if (verdicts.makesRevenue(flags, catalog, page)) revenue.put(campaign, at);
    }
}
