package tributary.attribution.source;

import java.util.Set;

/// The sites and networks that traffic sources are told by (D-18). A site matches itself and its subdomains; a
/// search engine any host with its name before a dot (google.nl, www.google.co.uk).
final class Sites {
    static final Set<String> NETWORKS = Set.of(
            "bluesky",
            "facebook",
            "instagram",
            "linkedin",
            "mastodon",
            "pinterest",
            "quora",
            "reddit",
            "snapchat",
            "telegram",
            "threads",
            "tiktok",
            "tumblr",
            "twitter",
            "vimeo",
            "vk",
            "weibo",
            "whatsapp",
            "x",
            "xing",
            "youtube");

    private static final Set<String> SOCIAL = Set.of(
            "facebook.com",
            "fb.com",
            "fb.me",
            "instagram.com",
            "linkedin.com",
            "lnkd.in",
            "twitter.com",
            "x.com",
            "t.co",
            "youtube.com",
            "youtu.be",
            "pinterest.com",
            "tiktok.com",
            "reddit.com",
            "xing.com",
            "threads.net",
            "bsky.app",
            "mastodon.social",
            "snapchat.com",
            "tumblr.com",
            "quora.com",
            "vimeo.com",
            "vk.com",
            "weibo.com",
            "plus.google.com",
            "stumbleupon.com");

    private static final Set<String> MAIL = Set.of(
            "mail.google.com",
            "outlook.live.com",
            "outlook.office.com",
            "outlook.office365.com",
            "mail.yahoo.com",
            "mail.aol.com",
            "mail.ru",
            "mail.proton.me",
            "webmail.gmx.net",
            "feedly.com",
            "feedburner.com",
            "inoreader.com",
            "netvibes.com",
            "newsblur.com");

    private static final Set<String> SEARCH_ENGINES = Set.of(
            "google",
            "bing",
            "yahoo",
            "duckduckgo",
            "baidu",
            "yandex",
            "ecosia",
            "qwant",
            "startpage",
            "ask",
            "aol",
            "naver",
            "seznam",
            "search.brave");

    private Sites() {}

    static boolean isSocial(String host) {
        return isWithin(host, SOCIAL);
    }

    static boolean isMail(String host) {
        return isWithin(host, MAIL);
    }

    /// Google's search hosts, not its mail (D-18 on row 5).
    static boolean isGoogleSearch(String host) {
        return host.startsWith("google.") || host.startsWith("www.google.");
    }

    static boolean isSearchEngine(String host) {
        for (var start = 0; start >= 0; start = afterDot(host, start)) {
            for (var dot = host.indexOf('.', start); dot >= 0; dot = host.indexOf('.', dot + 1)) {
                if (SEARCH_ENGINES.contains(host.substring(start, dot))) return true;
            }
        }
        return false;
    }

    private static boolean isWithin(String host, Set<String> sites) {
        for (var start = 0; start >= 0; start = afterDot(host, start)) {
            if (sites.contains(host.substring(start))) return true;
        }
        return false;
    }

    /// Where the next label begins, or -1.
    private static int afterDot(String host, int start) {
        var dot = host.indexOf('.', start);
        return dot < 0 ? -1 : dot + 1;
    }
}
