package tributary.attribution.twin;

import java.util.Set;

/// Which interactions count where (docs/rules.md, D-31, D-32, D-47).
record Rules(boolean keywords, boolean adsInfluence) {
    private static final Rules OF_2023_09 = new Rules(true, false);
    private static final Rules OF_2024_11 = new Rules(false, true); // D-36

    static Rules of(String name) {
        return name.equals("2024-11") ? OF_2024_11 : OF_2023_09;
    }

    private static final Set<String> ATTRIBUTION = Set.of(
            "PAGE_VIEW",
            "FORM_SUBMISSION",
            "EMAIL_CLICK",
            "SOCIAL_CLICK",
            "AD_CLICK",
            "EVENT_REGISTRATION",
            "EVENT_ATTENDANCE",
            "CTA_VIEW",
            "CTA_CLICK",
            "CTA_SUBMISSION",
            "CALL",
            "MEETING");

    /// INFL-1 rows a to m, INFL-2.
    ///
    /// @param isFirstVisit whether the act is its contact's first page view ever (row j)
    boolean influences(Act act, Match match, boolean isFirstVisit, Holdings holdings) {
        if (match.is("UTM")) return true; // row h
        if (match.is("KEYWORD")) return isFirstVisit; // row j
        var asset = match.thing();
        return switch (asset.type()) {
            case "SOCIAL_BROADCAST" -> act.is("SOCIAL_INTERACTION", "SOCIAL_CLICK"); // row a
            case "FORM" -> act.is("FORM_SUBMISSION"); // row b
            case "MARKETING_EMAIL" -> act.is("EMAIL_OPEN", "EMAIL_CLICK"); // rows c and d
            case "AUTOMATION_PLATFORM_FLOW" -> act.is("WORKFLOW_ENROLLMENT"); // row e
            case "OBJECT_LIST" -> act.is("LIST_ADDITION") && holdings.isStatic(asset, act.at()); // row f
            case "MARKETING_EVENT" -> act.is("EVENT_ATTENDANCE"); // row g
            case "SITE_PAGE", "LANDING_PAGE", "BLOG_POST", "BLOG_LISTING_PAGE" -> match.is("PAGE"); // row i
            case "CTA" -> act.is("CTA_VIEW", "CTA_CLICK"); // row k
            case "WEB_INTERACTIVE" ->
                act.is("CTA_SUBMISSION") // row m, and row l by the view it implies (D-32)
                        || act.is("CTA_VIEW") && !holdings.hasForm(asset, act.at()); // row l
            case "AD_CAMPAIGN" -> adsInfluence && act.is("AD_CLICK");
            default -> false;
        };
    }

    /// REV-1 to REV-3, REV-6.
    ///
    /// @param page the page it happened on, `null` if unknown
    boolean makesRevenue(Act act, Match match, Thing page) {
        if (match.is("UTM") || match.is("KEYWORD")) return true; // as page views
        return switch (match.thing().type()) {
            case "SITE_PAGE", "LANDING_PAGE", "BLOG_POST", "BLOG_LISTING_PAGE", "KNOWLEDGE_ARTICLE" ->
                match.is("PAGE"); // row 1
            case "FORM" -> act.is("FORM_SUBMISSION") && isTracked(page); // row 2
            case "CTA" -> act.is("CTA_CLICK") && isTracked(page); // row 2
            case "MARKETING_EMAIL" -> act.is("EMAIL_CLICK"); // row 3
            case "AD_CAMPAIGN" -> act.is("AD_CLICK"); // row 4
            case "SOCIAL_BROADCAST" -> act.is("SOCIAL_CLICK"); // row 5
            case "MARKETING_EVENT" -> act.is("EVENT_REGISTRATION", "EVENT_ATTENDANCE"); // row 6
            case "WEB_INTERACTIVE" -> act.is("CTA_VIEW", "CTA_CLICK", "CTA_SUBMISSION"); // row 7
            default -> false;
        };
    }

    /// D-31: a page of another kind excludes, an unknown page does not.
    private static boolean isTracked(Thing page) {
        return page == null
                || page.isOneOf("SITE_PAGE", "LANDING_PAGE", "BLOG_POST", "BLOG_LISTING_PAGE", "KNOWLEDGE_ARTICLE");
    }

    /// D-47: whether the act takes part in attribution.
    static boolean isCredited(Act act, Account account) {
        if (!ATTRIBUTION.contains(act.kind())) return false;
        if (account.interactionTypes() != null && !account.interactionTypes().contains(act.kind())) return false;
        if (!act.is("CTA_VIEW")) return true;
        return act.line().asset() != null && act.line().asset().isOneOf("WEB_INTERACTIVE");
    }
}
