package tributary.attribution.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Keeps facts about who has what in order of time, and tells from them the intervals of any one subject. Only
/// living campaigns have something (D-23).
final class CatalogFold {
    private static final int NOBODY = -1;

    private final List<CampaignFacts> campaigns;
    private final WrittenUtms utms;
    /// By asset that is no keyword.
    private final Map<Integer, List<CatalogFact>> assetFacts = new HashMap<>();
    /// By folded keyword and campaign.
    private final Map<Integer, Map<Integer, List<CatalogFact>>> keywordFacts = new HashMap<>();
    /// The campaigns that ever had a folded UTM value.
    private final Map<Integer, Map<Integer, CampaignFacts>> campaignsByUtm = new HashMap<>();

    CatalogFold(List<CampaignFacts> campaigns, WrittenUtms utms) {
        this.campaigns = campaigns;
        this.utms = utms;
    }

    void ofAsset(int asset, int campaign, CatalogFact fact) {
        CatalogFact.insert(assetFacts.computeIfAbsent(asset, _ -> new ArrayList<>()), fact);
        campaigns.get(campaign).assets().add(asset);
    }

    void ofKeyword(int keyword, int campaign, CatalogFact fact) {
        var byCampaign = keywordFacts.computeIfAbsent(keyword, _ -> new TreeMap<>());
        CatalogFact.insert(byCampaign.computeIfAbsent(campaign, _ -> new ArrayList<>()), fact);
        campaigns.get(campaign).keywords().add(keyword);
    }

    void ofUtm(int utm, int campaign) {
        var facts = campaigns.get(campaign);
        campaignsByUtm.computeIfAbsent(utm, _ -> new TreeMap<>()).put(campaign, facts);
        facts.utms().add(utm);
    }

    /// Every fact about assets and keywords, in no order.
    void each(Consumer<CatalogFact> out) {
        assetFacts.values().forEach(facts -> facts.forEach(out));
        keywordFacts.values().forEach(byCampaign -> byCampaign.values().forEach(facts -> facts.forEach(out)));
    }

    /// One campaign at a time: associating it with another ends the first association (MATCH-7).
    List<HeldInterval> asset(int asset) {
        var intervals = new ArrayList<HeldInterval>();
        var holder = NOBODY;
        var since = 0L;
        for (var fact : assetFacts.getOrDefault(asset, List.of())) {
            if (holder != NOBODY && campaigns.get(holder).isDeletedBefore(fact)) {
                add(intervals, holder, asset, since, campaigns.get(holder).end());
                holder = NOBODY;
            }
            var next = holder(fact, holder);
            if (next == holder) continue;
            if (holder != NOBODY) add(intervals, holder, asset, since, fact.at());
            holder = next;
            since = fact.at();
        }
        if (holder != NOBODY)
            add(intervals, holder, asset, since, campaigns.get(holder).end());
        return inOrder(intervals);
    }

    private int holder(CatalogFact fact, int before) {
        return switch (fact) {
            case CatalogFact.Associated added ->
                campaigns.get(added.campaign()).isDeletedBefore(fact) ? before : added.campaign();
            case CatalogFact.Dissociated taken -> taken.campaign() == before ? NOBODY : before;
            default -> before;
        };
    }

    /// Several campaigns may have one keyword at a time; never from before the campaign's creation (D-21).
    List<HeldInterval> keyword(int keyword) {
        var intervals = new ArrayList<HeldInterval>();
        keywordFacts.getOrDefault(keyword, Map.of()).forEach((campaign, facts) -> keyword(campaign, facts, intervals));
        return inOrder(intervals);
    }

    private void keyword(int campaign, List<CatalogFact> facts, List<HeldInterval> into) {
        var about = campaigns.get(campaign);
        var held = NOBODY;
        var since = 0L;
        for (var fact : facts) {
            if (about.isDeletedBefore(fact)) break;
            if (fact instanceof CatalogFact.Associated added && held == NOBODY) {
                held = added.asset();
                since = Math.max(added.at(), about.createdAt());
            } else if (fact instanceof CatalogFact.Dissociated && held != NOBODY) {
                add(into, campaign, held, since, fact.at());
                held = NOBODY;
            }
        }
        if (held != NOBODY) add(into, campaign, held, since, about.end());
    }

    /// Several campaigns may have one UTM value at a time; never from before the campaign's creation (D-21).
    List<HeldInterval> utm(int utm) {
        var intervals = new ArrayList<HeldInterval>();
        campaignsByUtm.getOrDefault(utm, Map.of()).forEach((campaign, about) -> utm(utm, campaign, about, intervals));
        return inOrder(intervals);
    }

    private void utm(int utm, int campaign, CampaignFacts about, List<HeldInterval> into) {
        var held = NOBODY;
        var since = 0L;
        for (var change : about.utmChanges()) {
            if (about.isDeletedBefore(change)) break;
            var next = utms.key(change.utm());
            if (next == held) continue;
            if (held != NOBODY && utms.folded(held) == utm) add(into, campaign, held, since, change.at());
            held = next;
            since = Math.max(change.at(), about.createdAt());
        }
        if (held != NOBODY && utms.folded(held) == utm) add(into, campaign, held, since, about.end());
    }

    private void add(List<HeldInterval> into, int campaign, int key, long since, long until) {
        if (since < until && campaigns.get(campaign).living()) into.add(new HeldInterval(campaign, key, since, until));
    }

    private static List<HeldInterval> inOrder(List<HeldInterval> intervals) {
        intervals.sort(HeldInterval.IN_ORDER);
        return intervals;
    }
}
