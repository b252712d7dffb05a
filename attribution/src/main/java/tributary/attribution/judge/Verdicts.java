package tributary.attribution.judge;

import java.util.Set;
import tributary.attribution.AssetType;
import tributary.attribution.Doubt;
import tributary.attribution.Kind;
import tributary.attribution.SessionOrigin;
import tributary.attribution.journey.Catalog;
import tributary.attribution.journey.Settings;
import tributary.attribution.journey.Touches;
import tributary.attribution.rules.BotFilter;
import tributary.attribution.rules.Engagement;
import tributary.attribution.rules.RuleSet;

/// What a rule set says about each kind of act with each type of asset, as tables indexed by ordinals.
public final class Verdicts {
    /// It influences (INFL-1).
    static final int INFLUENCES = 1;

    /// It influences if the list is static (INFL-1f, D-32).
    static final int IF_STATIC = 1 << 1;

    /// It influences if the CTA holds no form (INFL-1l).
    static final int IF_NO_FORM = 1 << 2;

    /// It makes a revenue contact (REV-1).
    static final int REVENUE = 1 << 3;

    /// It makes a revenue contact unless it happened on a page of another kind (REV-1 row 2, D-31).
    static final int REVENUE_ON_PAGE = 1 << 4;

    /// It is traffic: counts in sessions, first and last touch (D-15).
    static final int TRAFFIC = 1 << 5;

    /// It is the submission of a form, which counts in last touch (NCL-1b).
    static final int FORM = 1 << 6;

    /// Part of an act's role: it happens within a session.
    static final int IN_SESSION = 1;

    /// Part of an act's role: it is a visit to a page (D-14).
    static final int VISIT = 1 << 1;

    /// Part of an act's role: what it is done with is its own asset and not the page, and with some it counts.
    static final int ENGAGEMENT = 1 << 2;

    private static final int SHIFT = 5;
    private static final AssetType[] TYPES = AssetType.values();
    private static final Kind[] KINDS = Kind.values();

    private final byte[] flags = new byte[KINDS.length << SHIFT];
    private final boolean[] person = new boolean[Touches.ACTS];
    private final byte[] inBrowser = new byte[Touches.ACTS];
    private final byte[] withoutBrowser = new byte[Touches.ACTS];
    private final boolean[] takesPart = new boolean[KINDS.length];
    private final boolean[] excluded = new boolean[SessionOrigin.values().length];
    private final boolean articlesInSessions;

    Verdicts(RuleSet rules, Settings settings) {
        rules.influencing().forEach(engagement -> set(engagement, influence(engagement)));
        if (rules.adsInfluence()) set(new Engagement(Kind.AD_CLICK, AssetType.AD_CAMPAIGN), INFLUENCES);
        rules.revenueEngagements().forEach(engagement -> set(engagement, revenue(engagement)));
        rules.trafficPages().forEach(page -> set(new Engagement(Kind.PAGE_VIEW, page), TRAFFIC));
        set(new Engagement(Kind.FORM_SUBMISSION, AssetType.FORM), FORM);
        for (var kind : rules.attributionKinds()) {
            takesPart[kind.ordinal()] = settings.attributionKinds().contains(kind);
        }
        rules.excludedOrigins().forEach(origin -> excluded[origin.ordinal()] = true);
        articlesInSessions = rules.trafficPages().contains(AssetType.KNOWLEDGE_ARTICLE);
        fillDoubts(filters(rules, settings));
    }

    private static boolean filters(RuleSet rules, Settings settings) {
        return rules.botFilter() == BotFilter.AS_ACCOUNT
                ? settings.emailBotFilter()
                : rules.botFilter() == BotFilter.ON;
    }

    private void fillDoubts(boolean filter) {
        for (var kind : KINDS) {
            person[Touches.act(kind, Doubt.NONE)] = true;
            person[Touches.act(kind, Doubt.SCANNER)] = !filter;
            person[Touches.act(kind, Doubt.APPLE_PRIVACY)] = !filter || kind != Kind.EMAIL_OPEN;
            for (var doubt : Doubt.values()) fillRoles(kind, Touches.act(kind, doubt));
        }
    }

    private void fillRoles(Kind kind, int act) {
        if (!person[act]) return;
        inBrowser[act] = role(kind, true);
        withoutBrowser[act] = role(kind, false);
    }

    private byte role(Kind kind, boolean browser) {
        return (byte) ((kind.inBrowser() ? IN_SESSION : 0)
                | (Premises.isVisit(kind.ordinal(), browser) ? VISIT : 0)
                | (kind != Kind.PAGE_VIEW && counts(kind) ? ENGAGEMENT : 0));
    }

    /// Whether acts of this kind influence, or make revenue contacts, with any asset.
    private boolean counts(Kind kind) {
        for (var type : TYPES) if ((of(kind.ordinal(), type) & ~(TRAFFIC | FORM)) != 0) return true;
        return false;
    }

    private static int influence(Engagement engagement) {
        if (engagement.kind() == Kind.LIST_ADDITION) return IF_STATIC;
        return engagement.equals(new Engagement(Kind.CTA_VIEW, AssetType.WEB_INTERACTIVE)) ? IF_NO_FORM : INFLUENCES;
    }

    private static int revenue(Engagement engagement) {
        var onPage = Set.of(
                new Engagement(Kind.FORM_SUBMISSION, AssetType.FORM), new Engagement(Kind.CTA_CLICK, AssetType.CTA));
        return onPage.contains(engagement) ? REVENUE_ON_PAGE : REVENUE;
    }

    private void set(Engagement engagement, int flag) {
        flags[index(engagement.kind().ordinal(), engagement.with().ordinal())] |= (byte) flag;
    }

    private static int index(int a, int b) {
        return a << SHIFT | b;
    }

    /// Flags of an engagement.
    int of(int kind, AssetType with) {
        return flags[index(kind, with.ordinal())];
    }

    /// As [#of(int, AssetType)], by the ordinal of the type.
    int of(int kind, int with) {
        return flags[index(kind, with)];
    }

    /// Whether the act counts as a person's under the bot filter (D-12); what does not is taken out before anything
    /// else.
    public boolean isPerson(Touches touches, int row) {
        return person[touches.act(row)];
    }

    /// What acts are for judging a strand, by [Touches#act]: 0 if they are not a person's. Must not be changed.
    byte[] roles(boolean browser) {
        return browser ? inBrowser : withoutBrowser;
    }

    /// Whether the act is a person's and of a kind that takes part in paths (D-47); of views only those of new
    /// CTAs.
    public boolean takesPart(Touches touches, int row, Catalog catalog) {
        var kind = touches.kind(row);
        if (!takesPart[kind] || !isPerson(touches, row)) return false;
        if (kind != Kind.CTA_VIEW.ordinal()) return true;
        var asset = touches.asset(row);
        return asset >= 0 && catalog.typeOf(asset) == AssetType.WEB_INTERACTIVE;
    }

    /// Whether a session of this origin counts for no campaign (SES-5).
    boolean isExcluded(int origin) {
        return excluded[origin];
    }

    /// Whether a visit to this page can count in sessions at all, by whatever it matches (D-15).
    boolean isSessionPage(int page, Catalog catalog) {
        return page < 0 || articlesInSessions || catalog.typeOf(page) != AssetType.KNOWLEDGE_ARTICLE;
    }

    /// Whether this engagement with an asset influences at an instant.
    boolean influences(int flags, Catalog catalog, int asset, long at) {
        return (flags & INFLUENCES) != 0
                || (flags & IF_STATIC) != 0 && catalog.isStatic(asset, at)
                || (flags & IF_NO_FORM) != 0 && !catalog.hasForm(asset, at);
    }

    /// Whether this engagement, on this page, makes a revenue contact.
    boolean makesRevenue(int flags, Catalog catalog, int page) {
        return (flags & REVENUE) != 0
                || (flags & REVENUE_ON_PAGE) != 0
                        && (page < 0 || catalog.typeOf(page).isPage());
    }

    static {
        if (TYPES.length > 1 << SHIFT) throw new AssertionError("more asset types than the tables have room for");
        if (KINDS.length > 1 << SHIFT) throw new AssertionError("more kinds than the tables have room for");
    }
}
