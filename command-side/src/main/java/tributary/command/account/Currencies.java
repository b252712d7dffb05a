package tributary.command.account;

import java.util.Currency;
import tributary.command.line.Wrong;

/// The currencies that there are: those of ISO 4217 that have minor units.
public final class Currencies {
    private Currencies() {}

    /// @throws tributary.events.Refusal if there is no such currency
    public static String checked(String field, String code) {
        try {
            if (Currency.getInstance(code).getDefaultFractionDigits() >= 0) return code;
        } catch (IllegalArgumentException unknown) {
            // refused below
        }
        throw Wrong.value(field, code, "an ISO 4217 code such as EUR, USD or JPY");
    }
}
