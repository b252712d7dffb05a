package tributary.attribution;

/// Where a session came from (docs/rules.md); `OFFLINE_SOURCES` is for acts and contacts outside any session only.
public enum TrafficSource {
    ORGANIC_SOCIAL,
    PAID_SEARCH,
    PAID_SOCIAL,
    EMAIL_MARKETING,
    OTHER_CAMPAIGNS,
    ORGANIC_SEARCH,
    REFERRALS,
    DIRECT_TRAFFIC,
    OFFLINE_SOURCES
}
