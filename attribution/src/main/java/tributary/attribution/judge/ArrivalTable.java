package tributary.attribution.judge;

import java.util.Arrays;
import tributary.attribution.TrafficSource;
import tributary.attribution.journey.Arrival;
import tributary.attribution.journey.Arrivals;
import tributary.attribution.journey.Touches;

/// What each arrival means under the present settings and catalog, as numbers: its UTM value and keyword in the
/// catalog, whether it is from outside, and its *manner*: equal manners are equal (traffic source, `utm_campaign`,
/// referrer host), which SES-3 compares.
///
/// Whether a referrer is internal depends on the act's own host. Where the act had no URL, it is the host of its
/// page (D-11), so that both answers are kept ready.
public final class ArrivalTable {
    /// Part of a way: a page view that arrived so is from outside, unless its page says otherwise.
    private static final int OUTSIDE = 1;

    /// Part of a way: the host of the page decides whether the referrer is internal.
    private static final int BY_PAGE = 1 << 1;

    /// Above it the manner, of [#BY_PAGE] that of an external referrer.
    private static final int MANNER_SHIFT = 2;

    private final Arrivals arrivals;
    private final Premises premises;
    private final Manners manners;
    /// How many UTM values and keywords the catalog had numbers for; once given, a number stays.
    private final int utms;
    private final int keywords;

    private final int[] utm;
    private final int[] keyword;
    /// What cutting sessions asks for each touch, packed into one number.
    private final int[] way;
    private final int[] mannerInside;

    ArrivalTable(Arrivals arrivals, Premises premises) {
        this.arrivals = arrivals;
        this.premises = premises;
        manners = new Manners();
        utms = premises.catalog().utms();
        keywords = premises.catalog().keywords();
        var size = arrivals.size();
        utm = new int[size];
        keyword = new int[size];
        way = new int[size];
        mannerInside = new int[size];
        for (var number = 0; number < size; number++) fill(number, arrivals.get(number));
    }

    /// What `known` says, up to the newest arrival, under premises that have the same rules and settings.
    private ArrivalTable(Premises premises, ArrivalTable known) {
        this.arrivals = known.arrivals;
        this.premises = premises;
        manners = known.manners;
        utms = premises.catalog().utms();
        keywords = premises.catalog().keywords();
        var before = known.size();
        var size = arrivals.size();
        var sameUtms = utms == known.utms;
        var sameKeywords = keywords == known.keywords;
        utm = size == before && sameUtms ? known.utm : Arrays.copyOf(known.utm, size);
        keyword = size == before && sameKeywords ? known.keyword : Arrays.copyOf(known.keyword, size);
        way = size == before ? known.way : Arrays.copyOf(known.way, size);
        mannerInside = size == before ? known.mannerInside : Arrays.copyOf(known.mannerInside, size);
        for (var number = 0; number < before && !sameUtms; number++) utm[number] = utm(arrivals.get(number));
        for (var number = 0; number < before && !sameKeywords; number++)
            keyword[number] = keyword(arrivals.get(number));
        for (var number = before; number < size; number++) fill(number, arrivals.get(number));
    }

    /// The table up to the newest arrival; what is known already is taken over.
    ArrivalTable grown() {
        return new ArrivalTable(premises, this);
    }

    /// The table under premises with the same rules and settings, but another catalog, which has come from this one's.
    /// What the change leaves as it is, both share.
    ArrivalTable under(Premises next) {
        return new ArrivalTable(next, this);
    }

    private int utm(Arrival arrival) {
        return premises.catalog().utm(arrival.utm());
    }

    private int keyword(Arrival arrival) {
        return premises.rules().keywords() ? premises.catalog().keyword(arrival.keyword()) : Touches.NONE;
    }

    private void fill(int number, Arrival arrival) {
        utm[number] = utm(arrival);
        keyword[number] = keyword(arrival);
        mannerInside[number] = manner(arrival, true);
        var internal = isInternal(arrival);
        var outside = arrival.referrerHost().isEmpty() ? arrival.tagged() : !internal;
        way[number] = (outside ? OUTSIDE : 0)
                | (!internal && isByPage(arrival) ? BY_PAGE : 0)
                | (internal ? mannerInside[number] : manner(arrival, false)) << MANNER_SHIFT;
    }

    private int manner(Arrival arrival, boolean internal) {
        return manners.number(source(arrival, internal), arrival);
    }

    /// Whatever its page is.
    private boolean isInternal(Arrival arrival) {
        var referrer = arrival.referrerHost();
        return !referrer.isEmpty() && (referrer.equals(arrival.host()) || isOwnSite(referrer));
    }

    private static boolean isByPage(Arrival arrival) {
        return !arrival.referrerHost().isEmpty() && arrival.host().isEmpty();
    }

    private boolean isOwnSite(String host) {
        for (var domain : premises.settings().siteDomains()) {
            if (host.equals(domain) || host.endsWith("." + domain)) return true;
        }
        return false;
    }

    /// Rows 9 to 14 of 4.1 with the internal one: what came from the account's own site is direct (D-18).
    static TrafficSource source(Arrival arrival, boolean internal) {
        var source = arrival.source();
        var byReferrer = source == TrafficSource.REFERRALS || source == TrafficSource.ORGANIC_SEARCH;
        return internal && byReferrer ? TrafficSource.DIRECT_TRAFFIC : source;
    }

    int size() {
        return utm.length;
    }

    /// Whether it has a UTM value or keyword that some campaign had at some time.
    boolean matches(int arrival) {
        return (utm[arrival] & keyword[arrival]) >= 0; // only what is none of both has the sign of both
    }

    /// Number of the UTM value in the catalog, or [Touches#NONE].
    public int utm(int arrival) {
        return utm[arrival];
    }

    /// Number of the keyword in the catalog, or [Touches#NONE]; always that if keywords do not count.
    public int keyword(int arrival) {
        return keyword[arrival];
    }

    /// Whether a page view that arrived so comes from outside (docs/api.md section 3, D-11).
    boolean isOutside(Touches touches, int row) {
        var known = way[touches.arrival(row)];
        return (known & OUTSIDE) != 0 && ((known & BY_PAGE) == 0 || !isFromPageHost(touches, row));
    }

    /// Whether the referrer is the account's own site or the act's own host.
    boolean isInternal(Touches touches, int row) {
        return (way[touches.arrival(row)] & BY_PAGE) != 0
                ? isFromPageHost(touches, row)
                : isInternal(arrivals.get(touches.arrival(row)));
    }

    int manner(Touches touches, int row) {
        var arrival = touches.arrival(row);
        var known = way[arrival];
        return (known & BY_PAGE) != 0 && isFromPageHost(touches, row) ? mannerInside[arrival] : known >>> MANNER_SHIFT;
    }

    private boolean isFromPageHost(Touches touches, int row) {
        var page = premises.page(touches, row);
        if (page < 0) return false;
        return premises.catalog()
                .host(page, touches.at(row))
                .equals(arrivals.get(touches.arrival(row)).referrerHost());
    }
}
