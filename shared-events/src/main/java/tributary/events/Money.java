package tributary.events;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// An amount in minor units (cents, yen, fils) of a named currency; exact, never floating.
///
/// @param currency ISO 4217 code
public record Money(long minor, String currency) {
    public Money {
        Blank.refuse(currency, "currency");
    }

    /// Rounds half up to the currency's digits (D-43).
    ///
    /// @throws ArithmeticException if the amount is beyond a `long` of minor units
    public static Money of(BigDecimal amount, String currency) {
        return new Money(
                amount.setScale(digits(currency), RoundingMode.HALF_UP)
                        .unscaledValue()
                        .longValueExact(),
                currency);
    }

    /// Digits after the point, from ISO 4217: EUR 2, JPY 0, KWD 3.
    ///
    /// @throws IllegalArgumentException if there is no such currency
    public static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, digits(currency));
    }

    /// A decimal with the currency's digits, such as `4285.72`; JPY `4286`.
    @Override
    public String toString() {
        return amount().toPlainString();
    }
}
