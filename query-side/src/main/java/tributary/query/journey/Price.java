package tributary.query.journey;

import java.math.BigDecimal;
import java.util.Optional;
import tributary.events.Money;

/// What a deal's amount is worth in the account's currency (D-43).
///
/// @param minor in minor units, rounded half up; 0 when unknown or not convertible
/// @param problem why it cannot be converted
record Price(boolean known, long minor, Optional<String> problem) {
    /// The largest worth of a deal in minor units: thousands of such deals can be added up in 64 bits.
    static final long LARGEST = 1_000_000_000_000_000L;

    static final Price UNKNOWN = new Price(false, 0, Optional.empty());

    /// @param closeDay epoch day that decides which rate is in force
    static Price of(BigDecimal amount, String currency, String accountCurrency, Rates rates, long closeDay) {
        if (currency.equals(accountCurrency)) return rounded(amount, accountCurrency);
        return rates.on(currency, closeDay)
                .map(rate -> rounded(amount.multiply(rate), accountCurrency))
                .orElseGet(() -> new Price(
                        true,
                        0,
                        Optional.of("there is no rate from " + currency + " to " + accountCurrency
                                + ": the deal adds 0 and takes no part in attribution; expected a rate.set for "
                                + currency)));
    }

    private static Price rounded(BigDecimal amount, String currency) {
        try {
            var minor = Money.of(amount, currency).minor();
            if (Math.abs(minor) <= LARGEST) return new Price(true, minor, Optional.empty());
        } catch (ArithmeticException _) {
            // not even one deal fits then
        }
        return new Price(
                true,
                0,
                Optional.of("the amount is beyond what can be counted (" + new Money(LARGEST, currency) + " " + currency
                        + " at most): the deal adds 0 and takes no part in attribution"));
    }
}
