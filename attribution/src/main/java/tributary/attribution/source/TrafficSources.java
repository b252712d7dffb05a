package tributary.attribution.source;

import tributary.attribution.Kind;
import tributary.attribution.TrafficSource;

/// The ordered list of docs/rules.md: the first row that fits names the traffic source.
///
/// Row 12 (internal traffic) is not decided here, since it depends on the account's present settings: what is
/// `REFERRALS` or `ORGANIC_SEARCH` here is direct traffic when the referrer turns out to be internal (D-13, D-18).
public final class TrafficSources {
    private TrafficSources() {}

    /// The source of an act outside any session (D-18).
    public static TrafficSource outsideSession(Kind kind) {
        return switch (kind) {
            case EMAIL_DELIVERY, EMAIL_OPEN, EMAIL_CLICK -> TrafficSource.EMAIL_MARKETING;
            case SOCIAL_INTERACTION, SOCIAL_CLICK -> TrafficSource.ORGANIC_SOCIAL;
            case AD_CLICK -> TrafficSource.PAID_SEARCH;
            default -> TrafficSource.OFFLINE_SOURCES;
        };
    }

    static TrafficSource of(Query query, String referrerHost) {
        var fromNetwork = Sites.isSocial(referrerHost);
        var social = Sites.NETWORKS.contains(query.source()) || fromNetwork;
        if (query.medium().equals("social") && social) return TrafficSource.ORGANIC_SOCIAL;
        if (isPaid(query.plainSource()) || query.paidClick()) return TrafficSource.PAID_SEARCH;
        if (social && containsAny(query.medium(), "paid", "ppc", "cpc")) return TrafficSource.PAID_SOCIAL;
        if (query.source().contains("paidsocial") || query.medium().contains("paidsocial")) {
            return TrafficSource.PAID_SOCIAL;
        }
        if (query.hasTag() && Sites.isGoogleSearch(referrerHost)) return TrafficSource.PAID_SEARCH;
        if (query.anyTag("adword", "ppc", "cpc")) return TrafficSource.PAID_SEARCH;
        if (query.anyTag("email") || query.plainSource().contains("email")) return TrafficSource.EMAIL_MARKETING;
        if (query.hasTag() || !query.plainSource().isEmpty()) return TrafficSource.OTHER_CAMPAIGNS;
        return byReferrer(referrerHost, fromNetwork);
    }

    private static TrafficSource byReferrer(String host, boolean fromNetwork) {
        if (host.isEmpty()) return TrafficSource.DIRECT_TRAFFIC;
        if (fromNetwork) return TrafficSource.ORGANIC_SOCIAL;
        if (Sites.isMail(host)) return TrafficSource.DIRECT_TRAFFIC;
        return Sites.isSearchEngine(host) ? TrafficSource.ORGANIC_SEARCH : TrafficSource.REFERRALS;
    }

    private static boolean isPaid(String value) {
        return containsAny(value, "adword", "ppc", "cpc");
    }

    private static boolean containsAny(String value, String... words) {
        for (var word : words) if (value.contains(word)) return true;
        return false;
    }
}
