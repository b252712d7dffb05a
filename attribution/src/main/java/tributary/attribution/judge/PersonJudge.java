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
    private static final boolean[] IN_BROWSER = new boolean[Kind.values().length];

    static {
        for (var kind : Kind.values()) IN_BROWSER[kind.ordinal()] = kind.inBrowser();
    }

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
    public void judge(Person person, PersonFindings findings) {
        out = findings;
        arrivals = premises.arrivals();
        influences.clear();
        revenue.clear();
        firstVisit.begin(person);
        conversion.begin(person, cutter.gapMicros());
        for (var index = 0; index < person.strands(); index++) {
            person.strand(index, strand);
            judgeStrand(person, person.isHome(index));
        }
        if (person.contact() == Touches.NONE) return;
        firstVisit.finish(findings, influences);
        conversion.finish(findings);
        for (var i = 0; i < influences.size(); i++) {
            findings.influence(influences.campaign(i), influences.key(i), influences.earliest(i));
        }
        revenue.forEach(findings::revenueSince);
    }

    private void judgeStrand(Person person, boolean home) {
        var touches = strand.touches();
        var to = strand.to();
        var browser = strand.browser();
        var owners = Owners.of(strand, person);
        cutter.begin(browser);
        sessionOpen = false;
        firstVisit.beginStrand();
        conversion.beginStrand(strand);
        for (var row = strand.from(); row < to; row++) {
            var kind = touches.kind(row);
            if (!verdicts.isPerson(touches.doubt(row), kind)) continue;
            var inBrowser = IN_BROWSER[kind];
            if (inBrowser) {
                if (cutter.begins(touches, row)) startSession(touches, row);
                conversion.seeInSession(touches, row, sessionExcluded);
            }
            var mine = owners == Owners.ALL || owners == Owners.SOME && isMine(person, touches, row);
            if (Premises.isVisit(kind, browser)) {
                visit(touches, row, mine, home && !sessionExcluded);
            }
            if (mine && kind != PAGE_VIEW) engage(touches, row, kind);
        }
        closeSession();
    }

    /// Whether the touches of a strand that name no contact are the person's.
    private enum Owners {
        /// So are those that name someone, since nobody is named but the person.
        ALL,
        SOME,
        NONE;

        static Owners of(Strand strand, Person person) {
            if (person.contact() == Touches.NONE) return NONE;
            return strand.browser() ? SOME : ALL;
        }
    }

    private boolean isMine(Person person, Touches touches, int row) {
        var named = touches.contact(row);
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

    /// A visit to a page: by its UTM value, its page, its keyword (MATCH-1 to 3).
    private void visit(Touches touches, int row, boolean mine, boolean counts) {
        var at = touches.at(row);
        var page = premises.page(touches, row);
        var arrival = touches.arrival(row);
        var countsHere = counts && verdicts.isSessionPage(page, catalog);
        if (mine) firstVisit.see(touches, row, page, sessionExcluded);
        var utm = arrivals.utm(arrival);
        if (utm >= 0) visitByUtm(utm, at, mine, countsHere);
        var holder = premises.holder(page, at);
        if (holder >= 0) visitPage(holder, page, at, mine, countsHere);
        var keyword = arrivals.keyword(arrival);
        if (keyword >= 0) visitByKeyword(keyword, at, mine, countsHere && !sessionVisited);
        sessionVisited = true;
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

    private void visitPage(int campaign, int page, long at, boolean mine, boolean counts) {
        var flags = verdicts.of(PAGE_VIEW, catalog.typeOf(page));
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
    private void engage(Touches touches, int row, int kind) {
        var asset = touches.asset(row);
        if (asset < 0) return;
        var flags = verdicts.of(kind, catalog.typeOf(asset));
        if (flags == 0) return;
        var at = touches.at(row);
        var holder = premises.holder(asset, at);
        if (holder >= 0) note(holder, asset, flags, premises.page(touches, row), at);
    }

    private void note(int campaign, int asset, int flags, int page, long at) {
        if (verdicts.influences(flags, catalog, asset, at)) influences.put(campaign, InfluenceKey.asset(asset), at);
        if (verdicts.makesRevenue(flags, catalog, page)) revenue.put(campaign, at);
    }
}
