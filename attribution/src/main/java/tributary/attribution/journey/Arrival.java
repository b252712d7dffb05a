package tributary.attribution.journey;

import tributary.attribution.TrafficSource;

/// What an address and a referrer say about how someone arrived; the same for many acts, so acts keep its number
/// only.
///
/// @param host the act's own host, lower-case, or "" if it had no URL
/// @param referrerHost lower-case, or "" without referrer
/// @param utm the first `utm_campaign`, decoded, trimmed and case-folded (MATCH-8), or "" (matches nothing, D-20)
/// @param tagged whether the URL has any `utm_*`, `gclid` or `fbclid`
/// @param source by the ordered list of docs/rules.md without row 12: what is `REFERRALS` here is `DIRECT_TRAFFIC`
/// when the referrer turns out to be internal (present settings decide, D-13, D-18)
/// @param keyword case-folded, doubled spaces removed (D-18), or ""
public record Arrival(
        String host, String referrerHost, String utm, boolean tagged, TrafficSource source, String keyword) {
    /// Of an act without URL, referrer and keyword.
    public static final Arrival UNKNOWN = new Arrival("", "", "", false, TrafficSource.DIRECT_TRAFFIC, "");
}
