package tributary.attribution.judge;

import java.util.HashMap;
import java.util.Map;
import tributary.attribution.TrafficSource;
import tributary.attribution.journey.Arrival;

/// Numbers of the manners in which acts arrive: equal ones are equal (traffic source, `utm_campaign`, referrer host),
/// which SES-3 compares. Only grows; shared by tables that follow each other.
final class Manners {
    private record Manner(TrafficSource source, String utm, String referrerHost) {}

    private final Map<Manner, Integer> numbers = new HashMap<>();

    synchronized int number(TrafficSource source, Arrival arrival) {
        var manner = new Manner(source, arrival.utm(), arrival.referrerHost());
        return numbers.computeIfAbsent(manner, _ -> numbers.size());
    }
}
