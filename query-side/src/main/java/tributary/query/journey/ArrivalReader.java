package tributary.query.journey;

import java.util.HashMap;
import java.util.Map;
import tributary.attribution.journey.Arrival;
import tributary.attribution.journey.Arrivals;
import tributary.attribution.journey.TextHash;
import tributary.attribution.source.WebAddress;

/// Numbers of arrivals, with a cache in front: what an arrival says depends on a few parts of the texts, and most
/// acts repeat parts that were seen lately.
final class ArrivalReader {
    private static final int FIRST_SLOTS = 64;
    private static final int MOST_SLOTS = 1 << 14;

    private final Arrivals arrivals = new Arrivals();
    private final int unknown = arrivals.number(Arrival.UNKNOWN);
    private final TextHash hash = new TextHash();
    private long[] hashes = new long[2 * FIRST_SLOTS];
    private int[] numbers = new int[FIRST_SLOTS];
    private int misses;

    /// Arrivals share the texts they have in common.
    private final Map<String, String> words = new HashMap<>();

    Arrivals arrivals() {
        return arrivals;
    }

    /// The number of the arrival that these say; each may be `null`.
    int number(String url, String referrer, String keyword) {
        if (url == null && referrer == null && keyword == null) return unknown;
        hash.begin();
        addAddress(url);
        addHost(referrer);
        hash.add(keyword);
        var slot = (int) hash.low() & numbers.length - 1;
        if (hashes[2 * slot] == hash.high() && hashes[2 * slot + 1] == hash.low()) return numbers[slot];
        var number = arrivals.number(shared(WebAddress.arrival(url, referrer, keyword)));
        keep(slot, number);
        return number;
    }

    private Arrival shared(Arrival arrival) {
        return new Arrival(
                word(arrival.host()),
                word(arrival.referrerHost()),
                word(arrival.utm()),
                arrival.tagged(),
                arrival.source(),
                word(arrival.keyword()));
    }

    private String word(String text) {
        return words.computeIfAbsent(text, same -> same);
    }

    /// Host and query; the path says nothing.
    private void addAddress(String url) {
        addHost(url);
        if (url == null) return;
        var fragment = url.indexOf('#');
        var end = fragment < 0 ? url.length() : fragment;
        var query = url.indexOf('?');
        hash.add(url, query < 0 || query > end ? end : query, end);
    }

    private void addHost(String url) {
        if (url == null) hash.add(null);
        else hash.add(url, 0, hostEnd(url));
    }

    /// Where path, query or fragment begin.
    private static int hostEnd(String url) {
        var i = url.startsWith("//") ? 2 : 0;
        for (; i < url.length(); i++) {
            var c = url.charAt(i);
            if (c == '?' || c == '#') return i;
            if (c != '/') continue;
            if (!isSchemeEnd(url, i)) return i;
            i++;
        }
        return i;
    }

    private static boolean isSchemeEnd(String url, int slash) {
        return slash > 1
                && url.charAt(slash - 1) == ':'
                && url.startsWith("//", slash)
                && url.indexOf("://") == slash - 1;
    }

    private void keep(int slot, int number) {
        hashes[2 * slot] = hash.high();
        hashes[2 * slot + 1] = hash.low();
        numbers[slot] = number;
        if (++misses > 2 * numbers.length && numbers.length < MOST_SLOTS) grow();
    }

    private void grow() {
        misses = 0;
        var oldHashes = hashes;
        var oldNumbers = numbers;
        hashes = new long[oldHashes.length * 4];
        numbers = new int[oldNumbers.length * 4];
        for (var old = 0; old < oldNumbers.length; old++) {
            var slot = (int) oldHashes[2 * old + 1] & numbers.length - 1;
            hashes[2 * slot] = oldHashes[2 * old];
            hashes[2 * slot + 1] = oldHashes[2 * old + 1];
            numbers[slot] = oldNumbers[old];
        }
    }
}
