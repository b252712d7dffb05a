package tributary.attribution.source;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tributary.attribution.journey.Arrival;

/// Cheap reading of URLs as they come from the web: nothing is refused, what cannot be read is absent.
public final class WebAddress {
    private WebAddress() {}

    /// What an act's URL, referrer and keyword say; each may be `null`.
    public static Arrival arrival(String url, String referrer, String keyword) {
        if (url == null && referrer == null && keyword == null) return Arrival.UNKNOWN;
        var query = Query.of(url);
        var referrerHost = host(referrer);
        return new Arrival(
                host(url),
                referrerHost,
                query.campaign(),
                query.tagged(),
                TrafficSources.of(query, referrerHost),
                foldKeyword(keyword));
    }

    /// The URL normalised for "the page registered under it": host and path, without scheme, port, query, fragment
    /// and trailing slash, host case-folded (D-16).
    public static String pageKey(String url) {
        var start = hostStart(url);
        var end = pathEnd(url);
        if (start < 0) return strip(url, 0, end);
        var hostEnd = hostEnd(url, start, end);
        var pathStart = Math.min(end, authorityEnd(url, start, end));
        var host = url.substring(afterUser(url, start, pathStart), hostEnd).toLowerCase(Locale.ROOT);
        return host + strip(url, pathStart, end);
    }

    private static String strip(String url, int from, int to) {
        return url.substring(from, to > from && url.charAt(to - 1) == '/' ? to - 1 : to);
    }

    /// The host, lower-case; "" for `null` and for what has none.
    public static String host(String url) {
        if (url == null) return "";
        var start = hostStart(url);
        if (start < 0) return "";
        var end = authorityEnd(url, start, pathEnd(url));
        return url.substring(afterUser(url, start, end), hostEnd(url, start, end))
                .toLowerCase(Locale.ROOT);
    }

    /// A UTM value as it is compared: decoded, trimmed, case-folded (MATCH-8, D-20).
    public static String foldUtm(String value) {
        return value == null ? "" : decode(value).strip().toLowerCase(Locale.ROOT);
    }

    /// A keyword as it is compared: case and doubled spaces do not matter (D-18).
    public static String foldKeyword(String keyword) {
        if (keyword == null) return "";
        return String.join(" ", keyword.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }

    /// Percent-decoding with `+` as space; what is not well-formed stays as it is.
    static String decode(String value) {
        if (value.indexOf('%') < 0 && value.indexOf('+') < 0) return value;
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return value.replace('+', ' ');
        }
    }

    /// Where the authority begins, or -1: after `scheme://`, or `//`.
    private static int hostStart(String url) {
        if (url.startsWith("//")) return 2;
        var colon = url.indexOf("://");
        if (colon <= 0) return -1;
        for (var i = 0; i < colon; i++) {
            var c = url.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || i > 0 && isLaterInScheme(c))) return -1;
        }
        return colon + 3;
    }

    private static boolean isLaterInScheme(char c) {
        return c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
    }

    /// Before query and fragment.
    private static int pathEnd(String url) {
        for (var i = 0; i < url.length(); i++) {
            var c = url.charAt(i);
            if (c == '?' || c == '#') return i;
        }
        return url.length();
    }

    private static int authorityEnd(String url, int start, int end) {
        var slash = url.indexOf('/', start);
        return slash < 0 || slash > end ? end : slash;
    }

    private static int afterUser(String url, int start, int end) {
        var at = url.lastIndexOf('@', end - 1);
        return at < start ? start : at + 1;
    }

    private static int hostEnd(String url, int start, int end) {
        var authorityEnd = authorityEnd(url, start, end);
        var from = afterUser(url, start, authorityEnd);
        if (from < authorityEnd && url.charAt(from) == '[') {
            var bracket = url.indexOf(']', from);
            return bracket < 0 || bracket >= authorityEnd ? authorityEnd : bracket + 1;
        }
        var colon = url.indexOf(':', from);
        return colon < 0 || colon > authorityEnd ? authorityEnd : colon;
    }
}
