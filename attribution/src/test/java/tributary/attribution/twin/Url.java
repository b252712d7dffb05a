package tributary.attribution.twin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A web address taken apart by splitting text.
record Url(String host, String path, List<Map.Entry<String, String>> parameters) {
    /// Of an address, or `null` of `null` and of an empty text.
    static Url of(String text) {
        if (text == null || text.isBlank()) return null;
        var noFragment = text.strip().split("#", 2)[0];
        var parts = noFragment.split("\\?", 2);
        var place = parts[0].contains("://") ? parts[0].split("://", 2)[1] : parts[0];
        var slash = place.indexOf('/');
        var authority = slash < 0 ? place : place.substring(0, slash);
        var host = authority.split(":", 2)[0].toLowerCase(Locale.ROOT);
        return new Url(host, slash < 0 ? "" : place.substring(slash), parameters(parts.length < 2 ? "" : parts[1]));
    }

    private static List<Map.Entry<String, String>> parameters(String query) {
        var found = new ArrayList<Map.Entry<String, String>>();
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            found.add(Map.entry(parts[0], parts.length < 2 ? "" : parts[1]));
        }
        return found;
    }

    /// D-16: scheme, port, query, fragment and a trailing slash do not matter, the host is case-folded, the path is
    /// not.
    String page() {
        return host + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    /// The first parameter of this name (D-20: names are lower-case), folded as MATCH-8 says; "" if there is none.
    String parameter(String name) {
        for (var each : parameters) if (each.getKey().equals(name)) return folded(each.getValue());
        return "";
    }

    /// MATCH-8: percent-decoding and `+` as space, trim, case.
    static String folded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT);
    }

    /// docs/api.md section 3, "outside": any `utm_*`, `gclid` or `fbclid`.
    boolean isTagged() {
        return parameters.stream()
                .map(Map.Entry::getKey)
                .anyMatch(name -> name.startsWith("utm_") || name.equals("gclid") || name.equals("fbclid"));
    }

    /// The host of an address; "" without one.
    static String host(String text) {
        var url = of(text);
        return url == null ? "" : url.host;
    }

    /// Whether the host is this domain or lies below it.
    static boolean isWithin(String host, String domain) {
        var folded = domain.toLowerCase(Locale.ROOT);
        return host.equals(folded) || host.endsWith("." + folded);
    }
}
