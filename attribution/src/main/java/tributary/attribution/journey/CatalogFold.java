package tributary.attribution.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tributary.attribution.AssetType;
import tributary.attribution.source.WebAddress;

/// Applies catalog facts in order of time and lays the outcome out for matching.
final class CatalogFold {
    private static final long NEVER = Long.MAX_VALUE;
    private static final int NOBODY = -1;

    /// A UTM value or keyword that a campaign has at present in the fold.
    private record Held(int key, long since) {}

    private record Interval(int subject, int campaign, int key, long since, long until) {}

    private final CatalogHistory history;
    private final long[] createdAt;
    private final boolean[] deleted;
    private final int[] holder;
    private final long[] heldSince;
    private final Held[] utm;
    private final List<Map<Integer, Held>> keywords = new ArrayList<>();
    private final Map<String, Integer> utmNumbers = new HashMap<>();
    private final Map<String, Integer> utmTexts = new HashMap<>();
    private final List<String> utmTextList = new ArrayList<>();
    private final List<Integer> utmOfText = new ArrayList<>();
    private final Map<String, Integer> keywordNumbers = new HashMap<>();
    private final List<Interval> assetIntervals = new ArrayList<>();
    private final List<Interval> utmIntervals = new ArrayList<>();
    private final List<Interval> keywordIntervals = new ArrayList<>();
    private final Timeline.Builder pages = new Timeline.Builder();
    private final Timeline.Builder hosts = new Timeline.Builder();
    private final Timeline.Builder forms = new Timeline.Builder();
    private final Timeline.Builder statics = new Timeline.Builder();
    private final Map<String, Integer> hostNumbers = new HashMap<>();
    private final List<String> hostTexts = new ArrayList<>();

    CatalogFold(CatalogHistory history, int campaigns, int assets) {
        this.history = history;
        createdAt = new long[campaigns];
        Arrays.fill(createdAt, NEVER);
        deleted = new boolean[campaigns];
        holder = new int[assets];
        Arrays.fill(holder, NOBODY);
        heldSince = new long[assets];
        utm = new Held[campaigns];
        for (var campaign = 0; campaign < campaigns; campaign++) keywords.add(new HashMap<>());
    }

    Catalog fold(List<CatalogFact> facts) {
        facts.stream().sorted(CatalogFact.IN_TIME).forEach(this::apply);
        for (var asset = 0; asset < holder.length; asset++) release(asset, Holdings.OPEN);
        for (var campaign = 0; campaign < utm.length; campaign++) {
            dropUtm(campaign, Holdings.OPEN);
            dropKeywords(campaign, Holdings.OPEN);
        }
        return catalog();
    }

    private void apply(CatalogFact fact) {
        switch (fact) {
            case CatalogFact.Created created -> create(created.campaign(), created.at());
            case CatalogFact.UtmChanged changed -> changeUtm(changed.campaign(), changed.utm(), changed.at());
            case CatalogFact.Deleted gone -> delete(gone.campaign(), gone.at());
            case CatalogFact.Associated added -> associate(added.campaign(), added.asset(), added.at());
            case CatalogFact.Dissociated taken -> dissociate(taken.campaign(), taken.asset(), taken.at());
            case CatalogFact.Described described -> describe(described);
        }
    }

    private void create(int campaign, long at) {
        createdAt[campaign] = Math.min(createdAt[campaign], at);
    }

    private void changeUtm(int campaign, String text, long at) {
        if (deleted[campaign]) return;
        if (utm[campaign] != null && utmTextList.get(utm[campaign].key).equals(text)) return;
        dropUtm(campaign, at);
        var folded = WebAddress.foldUtm(text);
        if (folded.isEmpty()) return;
        var key = utmTexts.computeIfAbsent(text, written -> {
            utmTextList.add(written);
            utmOfText.add(utmNumbers.computeIfAbsent(folded, _ -> utmNumbers.size()));
            return utmTextList.size() - 1;
        });
        utm[campaign] = new Held(key, at);
    }

    private void dropUtm(int campaign, long at) {
        var held = utm[campaign];
        if (held == null) return;
        utmIntervals.add(new Interval(utmOfText.get(held.key), campaign, held.key, held.since, at));
        utm[campaign] = null;
    }

    private void delete(int campaign, long at) {
        deleted[campaign] = true;
        for (var asset = 0; asset < holder.length; asset++) if (holder[asset] == campaign) release(asset, at);
        dropUtm(campaign, at);
        dropKeywords(campaign, at);
    }

    private void associate(int campaign, int asset, long at) {
        if (deleted[campaign]) return;
        if (history.typeOf(asset) == AssetType.KEYWORD) {
            keywords.get(campaign).putIfAbsent(keyword(asset), new Held(asset, at));
        } else if (holder[asset] != campaign) {
            release(asset, at);
            holder[asset] = campaign;
            heldSince[asset] = at;
        }
    }

    private void dissociate(int campaign, int asset, long at) {
        if (history.typeOf(asset) == AssetType.KEYWORD) {
            var keyword = keyword(asset);
            closeKeyword(keyword, campaign, keywords.get(campaign).remove(keyword), at);
        } else if (holder[asset] == campaign) {
            release(asset, at);
        }
    }

    private void release(int asset, long at) {
        if (holder[asset] == NOBODY) return;
        assetIntervals.add(new Interval(asset, holder[asset], asset, heldSince[asset], at));
        holder[asset] = NOBODY;
    }

    private void dropKeywords(int campaign, long at) {
        keywords.get(campaign).forEach((keyword, held) -> closeKeyword(keyword, campaign, held, at));
        keywords.get(campaign).clear();
    }

    private void closeKeyword(int keyword, int campaign, Held held, long at) {
        if (held != null) keywordIntervals.add(new Interval(keyword, campaign, held.key, held.since, at));
    }

    private int keyword(int asset) {
        return keywordNumbers.computeIfAbsent(WebAddress.foldKeyword(history.idOf(asset)), _ -> keywordNumbers.size());
    }

    private void describe(CatalogFact.Described said) {
        if (said.pageKey() != null && history.typeOf(said.asset()).isPage()) {
            pages.say(history.url(said.pageKey()), said.asset(), said.at(), said.order());
        }
        if (said.host() != null) hosts.say(said.asset(), host(said.host()), said.at(), said.order());
        if (said.hasForm() != null) forms.say(said.asset(), said.hasForm() ? 1 : 0, said.at(), said.order());
        if (said.staticList() != null) statics.say(said.asset(), said.staticList() ? 1 : 0, said.at(), said.order());
    }

    private int host(String text) {
        return hostNumbers.computeIfAbsent(text, added -> {
            hostTexts.add(added);
            return hostTexts.size() - 1;
        });
    }

    private Catalog catalog() {
        var campaigns = createdAt.length;
        var living = new boolean[campaigns];
        for (var campaign = 0; campaign < campaigns; campaign++) {
            living[campaign] = createdAt[campaign] != NEVER && !deleted[campaign];
        }
        var matches = new Catalog.Matches(
                holdings(assetIntervals, holder.length, living, false),
                holdings(utmIntervals, utmNumbers.size(), living, true),
                holdings(keywordIntervals, keywordNumbers.size(), living, true),
                Map.copyOf(utmNumbers),
                Map.copyOf(keywordNumbers));
        return new Catalog(
                IntStream.range(0, holder.length).mapToObj(history::typeOf).toArray(AssetType[]::new),
                IntStream.range(0, holder.length).mapToObj(history::idOf).toArray(String[]::new),
                IntStream.range(0, campaigns).mapToObj(history::campaignId).toArray(String[]::new),
                living,
                utmTextList.toArray(String[]::new),
                matches,
                pages.build(history.urls()),
                hosts.build(holder.length),
                forms.build(holder.length),
                statics.build(holder.length),
                hostTexts.toArray(String[]::new));
    }

    /// Only of living campaigns; UTM values and keywords never from before the campaign's creation (D-21).
    private Holdings holdings(List<Interval> intervals, int subjects, boolean[] living, boolean fromCreation) {
        var builder = new HoldingsBuilder(subjects);
        for (var interval : intervals) {
            if (!living[interval.campaign]) continue;
            var since = fromCreation ? Math.max(interval.since, createdAt[interval.campaign]) : interval.since;
            builder.add(interval.subject, interval.campaign, interval.key, since, interval.until);
        }
        return builder.build();
    }
}
