package tributary.attribution.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tributary.attribution.TrafficSource;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.ColumnsOut;
import tributary.attribution.columns.Still;

/// The dictionary of arrivals: each has a number, dense from 0, which touches keep. Only grows. Number 0 is
/// [Arrival#UNKNOWN].
public final class Arrivals {
    private static final TrafficSource[] SOURCES = TrafficSource.values();

    /// Numbers for each that is written: four texts; its source, and whether it is tagged.
    private static final int FIELDS = 5;

    private final Map<Arrival, Integer> numbers = new HashMap<>();
    private final List<Arrival> arrivals = new ArrayList<>();

    public Arrivals() {
        number(Arrival.UNKNOWN);
    }

    /// The number of this arrival, given now if it is new.
    public int number(Arrival arrival) {
        var known = numbers.putIfAbsent(arrival, arrivals.size());
        if (known != null) return known;
        arrivals.add(arrival);
        return arrivals.size() - 1;
    }

    public Arrival get(int number) {
        return arrivals.get(number);
    }

    public int size() {
        return arrivals.size();
    }

    public Still still() {
        var all = List.copyOf(arrivals);
        return out -> write(all, out);
    }

    private static void write(List<Arrival> all, ColumnsOut out) {
        var words = new HashMap<String, Integer>();
        var texts = new ArrayList<String>();
        var fields = new int[all.size() * FIELDS];
        var place = 0;
        for (var arrival : all) {
            for (var text : List.of(arrival.host(), arrival.referrerHost(), arrival.utm(), arrival.keyword())) {
                fields[place++] = words.computeIfAbsent(text, added -> {
                    texts.add(added);
                    return texts.size() - 1;
                });
            }
            fields[place++] = arrival.source().ordinal() << 1 | (arrival.tagged() ? 1 : 0);
        }
        out.texts(texts);
        for (var field = 0; field < FIELDS; field++) out.ints(fields, field, fields.length, FIELDS);
    }

    /// Reads what was written into a dictionary that is as it was made.
    public void read(ColumnsIn in) {
        var texts = in.texts();
        var hosts = in.ints();
        var referrers = in.ints();
        var utms = in.ints();
        var keywords = in.ints();
        var rest = in.ints();
        for (var i = 0; i < hosts.length; i++) {
            number(new Arrival(
                    texts.get(hosts[i]),
                    texts.get(referrers[i]),
                    texts.get(utms[i]),
                    (rest[i] & 1) != 0,
                    SOURCES[rest[i] >> 1],
                    texts.get(keywords[i])));
        }
    }
}
