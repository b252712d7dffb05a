package tributary.attribution.twin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// What campaigns held when, and what assets were when. Each question reads all lines again, in order of time, of
/// one instant in the order of recording (D-10).
final class Holdings {
    private static final List<String> PAGES =
            List.of("LANDING_PAGE", "SITE_PAGE", "BLOG_POST", "BLOG_LISTING_PAGE", "KNOWLEDGE_ARTICLE");

    private final List<Line> inTime;

    Holdings(List<Line> lines) {
        inTime = inTime(lines);
    }

    /// Sorts by instant, those of one instant as they were recorded.
    static <T extends Line> List<T> inTime(List<T> lines) {
        var sorted = new ArrayList<>(lines);
        sorted.sort(java.util.Comparator.comparing(Line::at));
        return sorted;
    }

    /// Campaigns that were created and not deleted (D-23).
    Set<String> living() {
        var living = new TreeSet<String>();
        for (var line : inTime) if (line instanceof Line.CampaignCreate it) living.add(it.campaign());
        for (var line : inTime) if (line instanceof Line.CampaignDelete it) living.remove(it.campaign());
        return living;
    }

    /// The campaign that holds the asset at an instant (MATCH-4, MATCH-6, MATCH-7, D-22, D-23), or `null`.
    String holder(Thing asset, Instant at) {
        String holder = null;
        var deleted = new HashSet<String>();
        for (var line : inTime) {
            if (line.at().isAfter(at)) break;
            if (line instanceof Line.CampaignDelete it) deleted.add(it.campaign());
            if (deleted.contains(holder)) holder = null;
            if (!(line instanceof Line.Associate it && deleted.contains(it.campaign())))
                holder = holderAfter(line, asset, holder);
        }
        return holder;
    }

    private static String holderAfter(Line line, Thing asset, String before) {
        return switch (line) {
            case Line.Associate it when it.asset().equals(asset) -> it.campaign();
            case Line.Dissociate it
            when it.asset().equals(asset) && it.campaign().equals(before) -> null;
            default -> before;
        };
    }

    /// The campaign's UTM value at an instant as it was written (D-21, D-33), or `null`.
    String utm(String campaign, Instant at) {
        String utm = null;
        var created = false;
        for (var line : inTime) {
            if (line.at().isAfter(at)) break;
            switch (line) {
                case Line.CampaignCreate it
                when it.campaign().equals(campaign) -> {
                    if (it.utm() != null && !it.utm().isBlank()) utm = it.utm(); // else nothing was said of it
                    created = true;
                }
                case Line.CampaignUtm it when it.campaign().equals(campaign) -> utm = it.utm();
                default -> {}
            }
        }
        return created && utm != null ? utm.strip() : null;
    }

    /// The keywords that the campaign has at an instant, as associated (D-21: not exclusive), never before its
    /// creation.
    Set<Thing> keywords(String campaign, Instant at) {
        var keywords = new LinkedHashSet<Thing>();
        var created = false;
        for (var line : inTime) {
            if (line.at().isAfter(at)) break;
            switch (line) {
                case Line.CampaignCreate it when it.campaign().equals(campaign) -> created = true;
                case Line.Associate it
                when it.campaign().equals(campaign) && it.asset().isOneOf("KEYWORD") -> keywords.add(it.asset());
                case Line.Dissociate it when it.campaign().equals(campaign) -> keywords.remove(it.asset());
                default -> {}
            }
        }
        return created ? keywords : Set.of();
    }

    /// D-18: without case and doubled spaces.
    static String foldedKeyword(String keyword) {
        return keyword == null ? "" : keyword.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /// D-16: the page to which the URL was given last at or before the instant; before any, the first. Or `null`.
    Thing pageAt(String url, Instant at) {
        var address = Url.of(url);
        if (address == null) return null;
        Thing page = null;
        for (var line : inTime)
            if (line instanceof Line.Describe it
                    && it.url() != null
                    && it.asset().isOneOf(PAGES.toArray(String[]::new))
                    && Objects.requireNonNull(Url.of(it.url())).page().equals(address.page())
                    && (page == null || !it.at().isAfter(at))) page = it.asset();
        return page;
    }

    /// The URL that the asset was described with (D-17), or `null`.
    String url(Thing asset, Instant at) {
        return described(asset, at, Line.Describe::url);
    }

    /// An undescribed new CTA has no form (api.md section 3).
    boolean hasForm(Thing cta, Instant at) {
        return Boolean.TRUE.equals(described(cta, at, Line.Describe::hasForm));
    }

    /// An undescribed list is `MANUAL`; snapshots are static (D-32).
    boolean isStatic(Thing list, Instant at) {
        return !"DYNAMIC".equals(described(list, at, Line.Describe::listType));
    }

    /// D-17: a description holds from its `at`; before the first, the first one holds.
    private <T> T described(Thing asset, Instant at, java.util.function.Function<Line.Describe, T> field) {
        T value = null;
        for (var line : inTime)
            if (line instanceof Line.Describe it
                    && it.asset().equals(asset)
                    && field.apply(it) != null
                    && (value == null || !it.at().isAfter(at))) value = field.apply(it);
        return value;
    }
}
