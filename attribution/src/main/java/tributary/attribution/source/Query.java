package tributary.attribution.source;

import java.util.Locale;

/// The parameters of a URL that say how someone arrived; of each the first counts, the fragment does not (MATCH-8).
/// Values are decoded, trimmed and case-folded; "" stands for absent.
///
/// @param campaign `utm_campaign`
/// @param source `utm_source`
/// @param medium `utm_medium`
/// @param plainSource `source`
/// @param paidClick whether there is a `gclid`
/// @param tagged whether there is any `utm_*`, `gclid` or `fbclid` (api.md section 3, "outside")
record Query(String campaign, String source, String medium, String plainSource, boolean paidClick, boolean tagged) {
    private static final Query EMPTY = new Query("", "", "", "", false, false);

    static Query of(String url) {
        if (url == null) return EMPTY;
        var fragment = url.indexOf('#');
        var end = fragment < 0 ? url.length() : fragment;
        var start = url.indexOf('?') + 1;
        return start == 0 || start > end ? EMPTY : read(url, start, end);
    }

    private static Query read(String url, int start, int end) {
        String campaign = null;
        String source = null;
        String medium = null;
        String plainSource = null;
        var paidClick = false;
        var tagged = false;
        for (int from = start, to; from < end; from = to + 1) {
            to = url.indexOf('&', from);
            if (to < 0 || to > end) to = end;
            var equals = url.indexOf('=', from);
            if (equals < 0 || equals > to) equals = to;
            switch (url.substring(from, equals)) {
                case "utm_campaign" -> campaign = campaign == null ? value(url, equals, to) : campaign;
                case "utm_source" -> source = source == null ? value(url, equals, to) : source;
                case "utm_medium" -> medium = medium == null ? value(url, equals, to) : medium;
                case "source" -> plainSource = plainSource == null ? value(url, equals, to) : plainSource;
                case "gclid" -> paidClick |= to > equals + 1;
                default -> {}
            }
            tagged |= url.startsWith("utm_", from) || isClick(url, from, equals);
        }
        return new Query(present(campaign), present(source), present(medium), present(plainSource), paidClick, tagged);
    }

    private static String value(String url, int equals, int to) {
        return equals >= to
                ? ""
                : WebAddress.decode(url.substring(equals + 1, to)).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isClick(String url, int from, int equals) {
        return equals - from == 5 && url.startsWith("gclid", from)
                || equals - from == 6 && url.startsWith("fbclid", from);
    }

    private static String present(String value) {
        return value == null ? "" : value;
    }

    /// Whether any of the three UTM values contains one of these words.
    boolean anyTag(String... words) {
        for (var word : words) {
            if (source.contains(word) || medium.contains(word) || campaign.contains(word)) return true;
        }
        return false;
    }

    boolean hasTag() {
        return !source.isEmpty() || !medium.isEmpty() || !campaign.isEmpty();
    }
}
