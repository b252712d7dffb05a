package tributary.attribution.twin;

/// An act belongs to a campaign in this way (MATCH-1 to MATCH-3).
///
/// @param via `PAGE` (the page visited), `ASSET` (what else it was done with), `UTM` or `KEYWORD`
/// @param thing the asset, or the pseudo-asset of UMI-4 and D-33
record Match(String campaign, String via, Thing thing) {
    boolean is(String via) {
        return this.via.equals(via);
    }

    /// A visit to a website page, landing page, blog post or listing (SES-1b, NCF-1b, NCL-1b, INFL-1i, D-15).
    boolean isSitePage() {
        return is("PAGE") && thing.isOneOf("SITE_PAGE", "LANDING_PAGE", "BLOG_POST", "BLOG_LISTING_PAGE");
    }
}
