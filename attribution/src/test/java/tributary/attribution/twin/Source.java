package tributary.attribution.twin;

import java.util.List;
import java.util.stream.Stream;

/// The traffic source of a session by its first act (docs/rules.md, D-18); lists as in traffic-sources.json.
final class Source {
    private static final List<String> NETWORKS = List.of(
            ("bluesky facebook instagram linkedin mastodon pinterest quora reddit snapchat telegram threads tiktok tumblr"
                            + " twitter vimeo vk weibo whatsapp x xing youtube")
                    .split(" "));
    private static final List<String> SOCIAL_SITES = List.of(
            ("facebook.com fb.com fb.me instagram.com linkedin.com lnkd.in twitter.com x.com t.co youtube.com youtu.be"
                            + " pinterest.com tiktok.com reddit.com xing.com threads.net bsky.app mastodon.social"
                            + " snapchat.com tumblr.com quora.com vimeo.com vk.com weibo.com plus.google.com"
                            + " stumbleupon.com")
                    .split(" "));
    private static final List<String> MAIL_SITES = List.of(
            ("mail.google.com outlook.live.com outlook.office.com outlook.office365.com mail.yahoo.com mail.aol.com"
                            + " mail.ru mail.proton.me webmail.gmx.net feedly.com feedburner.com inoreader.com"
                            + " netvibes.com newsblur.com")
                    .split(" "));
    private static final List<String> SEARCH_ENGINES = List.of(
            ("google bing yahoo duckduckgo baidu yandex ecosia qwant startpage ask aol naver seznam search.brave")
                    .split(" "));

    private Source() {}

    /// @param internal whether the referrer is of the account's own sites (row 12)
    static String of(String url, String referrer, boolean internal) {
        var page = Url.of(url);
        var utmSource = page == null ? "" : page.parameter("utm_source");
        var utmMedium = page == null ? "" : page.parameter("utm_medium");
        var utmCampaign = page == null ? "" : page.parameter("utm_campaign");
        var source = page == null ? "" : page.parameter("source");
        var gclid = page == null ? "" : page.parameter("gclid");
        var from = Url.host(referrer);
        var social = SOCIAL_SITES.stream().anyMatch(site -> Url.isWithin(from, site));
        var mail = MAIL_SITES.stream().anyMatch(site -> Url.isWithin(from, site));
        var search = SEARCH_ENGINES.stream()
                .anyMatch(name -> from.startsWith(name + ".") || from.contains("." + name + "."));
        var google = from.startsWith("google.") || from.startsWith("www.google.");
        var network = NETWORKS.contains(utmSource) || social;
        var tagged = Stream.of(utmSource, utmMedium, utmCampaign).anyMatch(tag -> !tag.isEmpty());

        if (utmMedium.equals("social") && network) return "ORGANIC_SOCIAL"; // row 1
        if (has(List.of(source), "adword", "ppc", "cpc")) return "PAID_SEARCH"; // row 2
        if (!gclid.isEmpty()) return "PAID_SEARCH"; // row 3
        if (has(List.of(utmMedium), "paid", "ppc", "cpc") && network) return "PAID_SOCIAL"; // row 4
        if (has(List.of(utmSource, utmMedium), "paidsocial")) return "PAID_SOCIAL"; // row 4
        if (tagged && google) return "PAID_SEARCH"; // row 5
        if (has(List.of(utmSource, utmMedium, utmCampaign), "adword", "ppc", "cpc")) return "PAID_SEARCH"; // row 6
        if (has(List.of(utmSource, utmMedium, utmCampaign, source), "email")) return "EMAIL_MARKETING"; // row 7
        if (tagged || !source.isEmpty()) return "OTHER_CAMPAIGNS"; // row 8
        if (social) return "ORGANIC_SOCIAL"; // row 9
        if (mail) return "DIRECT_TRAFFIC"; // row 10
        if (internal) return "DIRECT_TRAFFIC"; // row 12, by D-18 even of a search engine
        if (search) return "ORGANIC_SEARCH"; // row 11
        return from.isEmpty() ? "DIRECT_TRAFFIC" : "REFERRALS"; // rows 13 and 14
    }

    private static boolean has(List<String> texts, String... words) {
        return texts.stream().anyMatch(text -> Stream.of(words).anyMatch(text::contains));
    }
}
