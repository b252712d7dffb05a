package tributary.query.journey;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tributary.attribution.journey.TextHash;
import tributary.store.codec.InteractionColumns;
import tributary.store.codec.TextColumn;

/// Hashes of what the texts of a batch say of arrivals: of a URL its host and some
/// of its query, of a referrer its host, of a keyword all. Acts whose hashes are equal have equal arrivals.
final class ArrivalHashes {
    private static final byte[] TAG = bytes("utm_");
    private static final byte[] SOURCE = bytes("source");
    private static final byte[] GOOGLE_CLICK = bytes("gclid");
    private static final byte[] FACEBOOK_CLICK = bytes("fbclid");

    private final TextColumn url;
    private final TextColumn referrer;
    private final TextColumn keyword;

    // Two for each text: upper and lower half.
    private final long[] ofUrls;
    private final long[] ofReferrers;
    private final long[] ofKeywords;

    ArrivalHashes(InteractionColumns columns, TextHash hash) {
        url = columns.url();
        referrer = columns.referrer();
        keyword = columns.keyword();
        ofUrls = each(url, hash, ArrivalHashes::addHostAndQuery);
        ofReferrers = each(referrer, hash, ArrivalHashes::addHost);
        ofKeywords = each(keyword, hash, TextHash::add);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Adds to a hash what a text says.
    @FunctionalInterface
    private interface Part {
        void add(TextHash hash, byte[] utf8, int from, int to);
    }

    private static long[] each(TextColumn texts, TextHash hash, Part part) {
        var hashes = new long[2 * texts.different()];
        for (var text = 0; text < texts.different(); text++) {
            part.add(hash.begin(), texts.bytes(), texts.from(text), texts.to(text));
            hashes[2 * text] = hash.high();
            hashes[2 * text + 1] = hash.low();
        }
        return hashes;
    }

    /// Whether an interaction has none of these texts.
    boolean saysNothing(int line) {
        return (url.number(line) & referrer.number(line) & keyword.number(line)) == TextColumn.ABSENT;
    }

    /// The hash of all that an interaction says.
    void hash(int line, TextHash into) {
        into.begin();
        add(into, ofUrls, url.number(line));
        add(into, ofReferrers, referrer.number(line));
        add(into, ofKeywords, keyword.number(line));
    }

    private static void add(TextHash into, long[] hashes, int text) {
        if (text == TextColumn.ABSENT) into.add(0, 0);
        else into.add(hashes[2 * text], hashes[2 * text + 1]);
    }

    String url(int line) {
        return text(url, line);
    }

    String referrer(int line) {
        return text(referrer, line);
    }

    String keyword(int line) {
        return text(keyword, line);
    }

    private static String text(TextColumn texts, int line) {
        var text = texts.number(line);
        return text == TextColumn.ABSENT ? null : texts.text(text);
    }

    /// The path says nothing, and of the query few parameters do ([WebAddress#arrival]): those that a campaign, a
    /// source and a click on an advertisement are told by. Which click it was says nothing either.
    private static void addHostAndQuery(TextHash hash, byte[] url, int from, int to) {
        hash.add(url, from, hostEnd(url, from, to));
        var end = first('#', url, from, to);
        for (var next = first('?', url, from, end) + 1; next < end; ) {
            var parameterEnd = first('&', url, next, end);
            addParameter(hash, url, next, parameterEnd);
            next = parameterEnd + 1;
        }
    }

    private static void addParameter(TextHash hash, byte[] url, int from, int to) {
        var nameEnd = first('=', url, from, to);
        if (isClick(url, from, nameEnd)) hash.add(url, from, nameEnd).add(0, to > nameEnd + 1 ? 1 : 0);
        else if (starts(TAG, url, from, to) || starts(SOURCE, url, from, to)) hash.add(url, from, to);
    }

    private static boolean isClick(byte[] url, int from, int to) {
        return to - from == GOOGLE_CLICK.length && starts(GOOGLE_CLICK, url, from, to)
                || to - from == FACEBOOK_CLICK.length && starts(FACEBOOK_CLICK, url, from, to);
    }

    private static boolean starts(byte[] start, byte[] url, int from, int to) {
        return to - from >= start.length && Arrays.equals(start, 0, start.length, url, from, from + start.length);
    }

    private static void addHost(TextHash hash, byte[] url, int from, int to) {
        hash.add(url, from, hostEnd(url, from, to));
    }

    private static int first(char wanted, byte[] url, int from, int to) {
        for (var i = from; i < to; i++) if (url[i] == wanted) return i;
        return to;
    }

    /// Where path, query or fragment begin.
    private static int hostEnd(byte[] url, int from, int to) {
        var i = startsWithSlashes(url, from, to) ? from + 2 : from;
        var schemeSeen = false;
        for (; i < to; i++) {
            if (url[i] == '?' || url[i] == '#') return i;
            if (url[i] != '/') continue;
            if (schemeSeen || !isSchemeEnd(url, from, i, to)) return i;
            schemeSeen = true;
            i++;
        }
        return i;
    }

    private static boolean startsWithSlashes(byte[] url, int from, int to) {
        return from + 2 <= to && url[from] == '/' && url[from + 1] == '/';
    }

    /// Whether these are the slashes of the first `://`, and something is before it.
    private static boolean isSchemeEnd(byte[] url, int from, int slash, int to) {
        return slash > from + 1 && url[slash - 1] == ':' && startsWithSlashes(url, slash, to);
    }
}
