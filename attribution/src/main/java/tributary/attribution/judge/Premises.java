package tributary.attribution.judge;

import tributary.attribution.Kind;
import tributary.attribution.SessionOrigin;
import tributary.attribution.TrafficSource;
import tributary.attribution.journey.Arrivals;
import tributary.attribution.journey.Catalog;
import tributary.attribution.journey.Holdings;
import tributary.attribution.journey.Settings;
import tributary.attribution.journey.Ties;
import tributary.attribution.journey.TouchOrder;
import tributary.attribution.journey.Touches;
import tributary.attribution.rules.RuleSet;

/// What a judgement rests on: rules, settings and catalog, prepared as tables that judging and explaining both ask.
/// Made once for each catalog, settings and rule set; shared by threads. Arrivals may be added later, but not while
/// someone judges.
public final class Premises {
    private static final int PAGE_VIEW = Kind.PAGE_VIEW.ordinal();
    private static final int FORM_SUBMISSION = Kind.FORM_SUBMISSION.ordinal();

    private final RuleSet rules;
    private final Settings settings;
    private final Catalog catalog;
    private final TouchOrder order;
    private final Verdicts verdicts;
    private final Holdings assets;
    private final Holdings utms;
    private final Holdings keywords;
    /// By asset: ordinal of its type, or [Touches#NONE] if no campaign ever held it.
    private final byte[] heldAs;

    /// By asset: flags of visiting it, 0 if no campaign ever held it.
    private final byte[] visiting;

    private final Arrivals arrivals;
    private final Ties ties;
    private volatile ArrivalTable arrivalTable;

    /// @param ties the last word between touches of one instant
    public Premises(RuleSet rules, Settings settings, Catalog catalog, Arrivals arrivals, Ties ties) {
        this(rules, settings, catalog, new Verdicts(rules, settings), arrivals, ties);
        this.arrivalTable = new ArrivalTable(arrivals, this);
    }

    private Premises(
            RuleSet rules, Settings settings, Catalog catalog, Verdicts verdicts, Arrivals arrivals, Ties ties) {
        this.rules = rules;
        this.settings = settings;
        this.catalog = catalog;
        this.order = new TouchOrder(catalog, ties);
        this.verdicts = verdicts;
        this.ties = ties;
        var all = rules.removedAssetsKeepCounting();
        this.assets = all ? catalog.assetHoldings() : catalog.assetHoldings().stillHeld();
        this.utms = all ? catalog.utmHoldings() : catalog.utmHoldings().stillHeld();
        this.keywords =
                all ? catalog.keywordHoldings() : catalog.keywordHoldings().stillHeld();
        this.heldAs = new byte[catalog.assets()];
        this.visiting = new byte[catalog.assets()];
        fillHeld();
        this.arrivals = arrivals;
    }

    /// The same rules and settings with the catalog that has become of this one's; what the change leaves as it is, is
    /// taken over.
    public Premises with(Catalog next) {
        var premises = new Premises(rules, settings, next, verdicts, arrivals, ties);
        premises.arrivalTable = arrivals().under(premises);
        return premises;
    }

    private void fillHeld() {
        for (var asset = 0; asset < heldAs.length; asset++) {
            var held = assets.first(asset) < assets.end(asset);
            heldAs[asset] = held ? (byte) catalog.typeOf(asset).ordinal() : Touches.NONE;
            visiting[asset] = held ? (byte) verdicts.of(PAGE_VIEW, catalog.typeOf(asset)) : 0;
        }
    }

    public RuleSet rules() {
        return rules;
    }

    public Settings settings() {
        return settings;
    }

    public Catalog catalog() {
        return catalog;
    }

    public TouchOrder order() {
        return order;
    }

    public Verdicts verdicts() {
        return verdicts;
    }

    /// Which campaign holds an asset when, as far as it counts under these rules.
    public Holdings assets() {
        return assets;
    }

    /// Which campaigns have a UTM value when, as far as it counts under these rules.
    public Holdings utms() {
        return utms;
    }

    /// Which campaigns have a keyword when, as far as it counts under these rules.
    public Holdings keywords() {
        return keywords;
    }

    /// What arrivals mean, up to the newest.
    public ArrivalTable arrivals() {
        return arrivalTable.size() < arrivals.size() ? grownArrivals() : arrivalTable;
    }

    private synchronized ArrivalTable grownArrivals() {
        if (arrivalTable.size() < arrivals.size()) arrivalTable = arrivalTable.grown();
        return arrivalTable;
    }

    /// Whether this act is a visit to a page: a page view, or a submission without browser, which stands for one
    /// (D-14).
    public static boolean isVisit(int kind, boolean browser) {
        return kind == PAGE_VIEW || kind == FORM_SUBMISSION && !browser;
    }

    /// The page an act happened on, of a page view the page itself; what its URL means then, if only that was sent
    /// (D-16, D-30); or [Touches#NONE] when not known.
    public int page(Touches touches, int row) {
        if (touches.kind(row) == PAGE_VIEW) {
            var viewed = touches.asset(row);
            if (viewed >= 0) return viewed;
            var page = touches.page(row);
            return resolve(page == Touches.NONE ? viewed : page, touches.at(row));
        }
        return resolve(touches.page(row), touches.at(row));
    }

    private int resolve(int page, long at) {
        return Touches.isByUrl(page) ? catalog.page(Touches.url(page), at) : page;
    }

    /// Ordinal of the type of an asset that some campaign held at some time; otherwise [Touches#NONE], also when the
    /// asset is not known.
    int heldAs(int asset) {
        return asset >= 0 ? heldAs[asset] : Touches.NONE;
    }

    /// What visits to a page can count for, as flags of [Verdicts]; 0 if no campaign ever held it or it is not known.
    int visiting(int page) {
        return page >= 0 ? visiting[page] : 0;
    }

    /// The campaign that holds an asset at an instant, or [Touches#NONE]; one at most (MATCH-7).
    public int holder(int asset, long at) {
        return asset >= 0 && asset < assets.subjects() ? assets.campaignAt(asset, at) : Touches.NONE;
    }

    /// Whether an act of this kind with this asset influences at that instant (INFL-1); a visit is a page view with
    /// the page.
    public boolean influences(int kind, int asset, long at) {
        return verdicts.influences(verdicts.of(kind, catalog.typeOf(asset)), catalog, asset, at);
    }

    /// Whether an act of this kind with this asset, on that page, makes a revenue contact (REV-1, D-31).
    public boolean makesRevenue(int kind, int asset, int page) {
        return verdicts.makesRevenue(verdicts.of(kind, catalog.typeOf(asset)), catalog, page);
    }

    /// Whether visits to this page are traffic by its content (D-15).
    public boolean isTraffic(int page) {
        return page >= 0 && (verdicts.of(PAGE_VIEW, catalog.typeOf(page)) & Verdicts.TRAFFIC) != 0;
    }

    /// Whether this is the submission of a form (NCL-1b).
    public boolean isFormSubmission(int kind, int asset) {
        return asset >= 0 && (verdicts.of(kind, catalog.typeOf(asset)) & Verdicts.FORM) != 0;
    }

    /// The keyword of an arrival by its number in the catalog, also under rules that do not count keywords; or
    /// [Touches#NONE].
    public int anyKeyword(int arrival) {
        return catalog.keyword(arrivals.get(arrival).keyword());
    }

    /// Traffic source of the session that this act begins, or is (4.1, D-18).
    public TrafficSource source(Touches touches, int row) {
        var arrival = arrivals.get(touches.arrival(row));
        return ArrivalTable.source(arrival, arrivals().isInternal(touches, row));
    }

    /// Whether a session that arrived so counts for no campaign (SES-5).
    public boolean isExcluded(int origin) {
        return verdicts.isExcluded(origin);
    }

    /// As [#isExcluded(int)].
    public boolean isExcluded(SessionOrigin origin) {
        return isExcluded(origin.ordinal());
    }
}
