package tributary.attribution.twin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// The settings of an account that matter to figures.
///
/// @param interactionTypes the kinds that take part in attribution, or `null` for all that can (D-47)
record Account(
        ZoneId zone, String currency, boolean emailBotFilter, List<String> siteDomains, Set<String> interactionTypes) {
    /// The account of the base fixture F of the acceptance scenarios.
    static final Account F = new Account(ZoneId.of("Europe/Amsterdam"), "EUR", true, List.of(), null);

    /// The day of an instant in this account (DATE-1).
    LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /// Decimals of the account's currency (D-43).
    int digits() {
        return java.util.Currency.getInstance(currency).getDefaultFractionDigits();
    }

    /// D-12: what is left out always and everywhere, and what the filter leaves out.
    boolean isBot(Line.Interaction act) {
        if (act.bot() == null) return false;
        return switch (act.bot()) {
            case "KNOWN_BOT", "IP_EXCLUDED" -> true;
            case "SCANNER" -> emailBotFilter;
            case "APPLE_PRIVACY" -> emailBotFilter && act.kind().equals("EMAIL_OPEN");
            default -> throw new IllegalArgumentException(act.bot());
        };
    }
}
