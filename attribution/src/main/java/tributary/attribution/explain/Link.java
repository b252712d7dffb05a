package tributary.attribution.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tributary.attribution.journey.Holdings;
import tributary.attribution.journey.Touches;
import tributary.attribution.judge.Premises;

/// What ties an act to a campaign, whether or not it holds at that moment.
///
/// @param asset that ties them: the act's own or the page visited; [Touches#NONE] for UTM values and keywords
/// @param refusal why it does not hold at that moment; empty when it does
record Link(By by, int asset, Optional<Reason> refusal) {
    enum By {
        ASSET,
        PAGE,
        UTM,
        KEYWORD
    }

    /// Everything that ties this act to the campaign, by the judge's own holdings.
    ///
    /// @param withPage whether the page it happened on counts as visited, and how its URL was arrived at
    static List<Link> between(Premises premises, Step step, int campaign, boolean withPage) {
        var links = new ArrayList<Link>();
        var catalog = premises.catalog();
        add(links, By.ASSET, step.asset(), catalog.assetHoldings(), step.asset(), premises, step, campaign);
        if (!withPage) return links;
        var arrival = step.touches().arrival(step.row());
        var utm = premises.arrivals().utm(arrival);
        var keyword = premises.anyKeyword(arrival);
        add(links, By.UTM, Touches.NONE, catalog.utmHoldings(), utm, premises, step, campaign);
        add(links, By.PAGE, step.page(), catalog.assetHoldings(), step.page(), premises, step, campaign);
        add(links, By.KEYWORD, Touches.NONE, catalog.keywordHoldings(), keyword, premises, step, campaign);
        return links;
    }

    private static void add(
            List<Link> links,
            By by,
            int asset,
            Holdings holdings,
            int subject,
            Premises premises,
            Step step,
            int campaign) {
        var first = Long.MAX_VALUE;
        var held = false;
        var kept = false;
        for (var i = holdings.first(subject); i < holdings.end(subject); i++) {
            if (holdings.campaign(i) != campaign) continue;
            first = Math.min(first, holdings.since(i));
            if (!holdings.covers(i, step.at())) continue;
            held = true;
            kept = holdings.until(i) == Holdings.OPEN || premises.rules().removedAssetsKeepCounting();
        }
        if (first == Long.MAX_VALUE) return;
        links.add(new Link(by, asset, refusal(by, held, kept, step.at() < first, premises)));
    }

    private static Optional<Reason> refusal(By by, boolean held, boolean kept, boolean before, Premises premises) {
        if (by == By.KEYWORD && !premises.rules().keywords()) return Optional.of(Reason.KEYWORDS_OFF);
        if (held) return kept ? Optional.empty() : Optional.of(Reason.REMOVED_ASSET);
        if (!before) return Optional.of(Reason.AFTER_REMOVAL);
        return Optional.of(by == By.UTM || by == By.KEYWORD ? Reason.BEFORE_UTM_OR_KEYWORD : Reason.BEFORE_ASSOCIATION);
    }
}
