package tributary.query.journey;

import java.util.HashMap;
import java.util.Map;
import tributary.attribution.columns.ColumnsIn;
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

    /// The number of the arrival that an interaction's texts say.
    int number(ArrivalHashes said, int line) {
        if (said.saysNothing(line)) return unknown;
        said.hash(line, hash);
        var slot = (int) hash.low() & numbers.length - 1;
        if (hashes[2 * slot] == hash.high() && hashes[2 * slot + 1] == hash.low()) return numbers[slot];
        var arrival = WebAddress.arrival(said.url(line), said.referrer(line), said.keyword(line));
        var number = arrivals.number(shared(arrival));
        keep(slot, number);
        return number;
    }

    /// The cache in front fills again by itself.
    void read(ColumnsIn in) {
        arrivals.read(in);
        for (var number = 0; number < arrivals.size(); number++) shared(arrivals.get(number));
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
