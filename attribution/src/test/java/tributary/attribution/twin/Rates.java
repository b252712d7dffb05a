package tributary.attribution.twin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Exchange rates into the account's currency (IREV-3, D-43).
final class Rates {
    private final List<Line> inTime;

    Rates(List<Line> lines) {
        inTime = Holdings.inTime(lines);
    }

    /// The rate in force on the day; before the first, the first; of two for one day the last by `at`. Empty: none
    /// at all.
    Optional<BigDecimal> on(LocalDate day, String currency, Account account) {
        if (currency.equals(account.currency())) return Optional.of(BigDecimal.ONE);
        var rates = new TreeMap<LocalDate, BigDecimal>();
        for (var line : inTime)
            if (line instanceof Line.RateSet it && it.currency().equals(currency))
                rates.put(it.since(), new BigDecimal(it.rate()));
        if (rates.isEmpty()) return Optional.empty();
        var inForce = rates.floorEntry(day);
        return Optional.of((inForce == null ? rates.firstEntry() : inForce).getValue());
    }
}
