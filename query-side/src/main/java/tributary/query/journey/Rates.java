package tributary.query.journey;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.Still;
import tributary.events.AccountEvent.RateSet;

/// What a unit of each currency was worth in the account's from which day on (D-43).
final class Rates {
    private record Rate(BigDecimal rate, Instant at) {}

    private final Map<String, TreeMap<Long, Rate>> byCurrency = new HashMap<>();

    /// Of two rates for one day the last by `at` holds, then by recording.
    void set(RateSet set) {
        byCurrency
                .computeIfAbsent(set.currency(), _ -> new TreeMap<>())
                .merge(
                        set.since().toEpochDay(),
                        new Rate(set.rate(), set.at()),
                        (old, now) -> now.at.isBefore(old.at) ? old : now);
    }

    Still still() {
        var kept = new ArrayList<Entry>();
        new TreeMap<>(byCurrency)
                .forEach((currency, rates) -> rates.forEach((day, rate) -> kept.add(new Entry(currency, day, rate))));
        return out -> {
            out.number(kept.size());
            for (var each : kept) {
                out.text(each.currency);
                out.number(each.day);
                out.text(each.rate.rate.toString());
                out.instant(each.rate.at);
            }
        };
    }

    private record Entry(String currency, long day, Rate rate) {}

    void read(ColumnsIn in) {
        for (var left = in.integer(); left > 0; left--) {
            var rates = byCurrency.computeIfAbsent(in.text(), _ -> new TreeMap<>());
            rates.put(in.number(), new Rate(new BigDecimal(in.text()), in.instant()));
        }
    }

    /// The rate in force on a day; before the first, the first.
    Optional<BigDecimal> on(String currency, long epochDay) {
        var rates = byCurrency.get(currency);
        if (rates == null) return Optional.empty();
        var inForce = rates.floorEntry(epochDay);
        return Optional.of((inForce != null ? inForce : rates.firstEntry()).getValue().rate);
    }
}
