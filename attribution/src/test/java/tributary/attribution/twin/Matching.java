package tributary.attribution.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which campaigns an act belongs to (docs/rules.md, D-14 to D-23); living campaigns only.
final class Matching {
    private final Holdings holdings;
    private final boolean keywords;

    /// @param keywords whether keywords count at all (not under rule set 2024-11, D-36)
    Matching(Holdings holdings, boolean keywords) {
        this.holdings = holdings;
        this.keywords = keywords;
    }

    /// The page an act happened on; a page view is on the page it views. `null`: a website page without an asset
    /// (D-15).
    Thing page(Act act) {
        var line = act.line();
        if (act.is("PAGE_VIEW") && line.asset() != null) return line.asset();
        return line.page() != null ? line.page() : holdings.pageAt(line.url(), act.at()); // D-16, D-30
    }

    /// Whether the act is on a knowledge base article, whose views make no sessions (D-15).
    boolean isOnArticle(Act act) {
        var page = page(act);
        return page != null && page.isOneOf("KNOWLEDGE_ARTICLE");
    }

    List<Match> of(Act act) {
        var matches = new ArrayList<Match>();
        for (var campaign : holdings.living()) {
            if (!act.is("PAGE_VIEW") && holds(campaign, act.line().asset(), act))
                matches.add(new Match(campaign, "ASSET", act.line().asset()));
            if (!act.isVisit()) continue;
            if (holds(campaign, page(act), act)) matches.add(new Match(campaign, "PAGE", page(act)));
            if (isByUtm(campaign, act))
                matches.add(new Match(campaign, "UTM", new Thing("UTM", holdings.utm(campaign, act.at()))));
            if (!keywords) continue;
            for (var keyword : holdings.keywords(campaign, act.at()))
                if (isBy(keyword, act)) matches.add(new Match(campaign, "KEYWORD", keyword));
        }
        return matches;
    }

    /// The campaigns of the page of conversion: by its URL (NCL-1a), and as associated content (NCL-2).
    Set<String> ofPage(Act conversion) {
        var campaigns = new TreeSet<String>();
        var page = page(conversion);
        for (var campaign : holdings.living()) {
            if (isByUtm(campaign, conversion)) campaigns.add(campaign);
            if (holds(campaign, page, conversion) && new Match(campaign, "PAGE", page).isSitePage())
                campaigns.add(campaign);
        }
        return campaigns;
    }

    private boolean holds(String campaign, Thing asset, Act act) {
        return asset != null && campaign.equals(holdings.holder(asset, act.at()));
    }

    /// MATCH-1, MATCH-8, D-20.
    private boolean isByUtm(String campaign, Act act) {
        var utm = holdings.utm(campaign, act.at());
        var url = Url.of(act.line().url());
        if (utm == null || url == null) return false;
        var wanted = Url.folded(utm);
        return !wanted.isEmpty() && wanted.equals(url.parameter("utm_campaign"));
    }

    /// MATCH-3, D-18.
    private static boolean isBy(Thing keyword, Act act) {
        var searched = Holdings.foldedKeyword(act.line().keyword());
        return !searched.isEmpty() && searched.equals(Holdings.foldedKeyword(keyword.id()));
    }
}
