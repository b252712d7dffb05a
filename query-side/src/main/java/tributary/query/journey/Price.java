package tributary.query.journey;

import java.math.BigDecimal;
import java.util.Optional;
import tributary.events.Money;

/// What a deal's amount is worth in the account's currency (D-43).
///
/// @param minor in minor units, rounded half up; 0 when unknown or not convertible
/// @param problem why it cannot be converted
record Price(boolean known, long minor, Optional<String> problem) {
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
            return new Price(true, Money.of(amount, currency).minor(), Optional.empty());
        } catch (ArithmeticException _) {
            return new Price(
                    true,
                    0,
                    Optional.of("the amount is beyond what can be counted: the deal adds 0 and takes no part"));
        }
    }
}
