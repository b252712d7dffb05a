package tributary.attribution.journey;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tributary.attribution.Kind;

/// The present settings of an account; they judge all of history (D-13).
///
/// @param currency ISO 4217 code
/// @param emailBotFilter whether scanners, and opens by Apple's privacy proxy, are left out (D-12)
/// @param siteDomains the account's own hosts; subdomains of them are internal too
/// @param attributionKinds the interaction types switched on, all of them when the account chose none (ATT-2); can
/// only take away from what the rule set lets take part (D-47)
/// @param weekStart for weekly series; judging does not ask
public record Settings(
        ZoneId zone,
        String currency,
        Tier tier,
        boolean emailBotFilter,
        Set<String> siteDomains,
        Set<Kind> attributionKinds,
        DayOfWeek weekStart) {
    public Settings {
        siteDomains = siteDomains.stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        attributionKinds = Set.copyOf(attributionKinds);
    }

    /// What an account has that sets nothing (api.md section 2).
    public static Settings standard() {
        return new Settings(
                ZoneId.of("UTC"), "EUR", Tier.ALL, true, Set.of(), EnumSet.allOf(Kind.class), DayOfWeek.SUNDAY);
    }
}
