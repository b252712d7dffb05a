package tributary.attribution.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The dictionary of arrivals: each has a number, dense from 0, which touches keep. Only grows. Number 0 is
/// [Arrival#UNKNOWN].
public final class Arrivals {
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
}
