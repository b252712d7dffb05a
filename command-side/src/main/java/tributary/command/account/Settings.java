package tributary.command.account;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tributary.command.line.Line;
import tributary.command.line.Wrong;
import tributary.events.InteractionKind;

/// The settings of an account: how they are read from a request, kept as texts in facts, and shown.
final class Settings {
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_DOMAIN = 253;
    private static final int MOST_DOMAINS = 100;
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?"
            + "(\\.[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)*");
    private static final String NAME = "name";
    private static final String TIME_ZONE = "timeZone";
    private static final String CURRENCY = "currency";
    private static final String TIER = "tier";
    private static final String WEEK_START = "weekStart";
    private static final String EMAIL_BOT_FILTER = "emailBotFilter";
    private static final String SITE_DOMAINS = "siteDomains";
    private static final String INTERACTION_TYPES = "interactionTypes";
    static final String RULE_SET = "ruleSet";

    private static final List<String> ALL = List.of(
            NAME, TIME_ZONE, CURRENCY, TIER, WEEK_START, EMAIL_BOT_FILTER, SITE_DOMAINS, INTERACTION_TYPES, RULE_SET);

    private enum Tier {
        ALL,
        PROFESSIONAL,
        ENTERPRISE
    }

    private Settings() {}

    /// All settings of a new account; those that are not said have their defaults (api.md section 2).
    static Map<String, String> opening(Line request) {
        var settings = new LinkedHashMap<>(Map.of(
                TIME_ZONE, "UTC",
                CURRENCY, "EUR",
                TIER, Tier.ALL.name(),
                WEEK_START, DayOfWeek.SUNDAY.name(),
                EMAIL_BOT_FILTER, "true",
                SITE_DOMAINS, "",
                INTERACTION_TYPES, "",
                RULE_SET, RuleSets.STANDARD));
        settings.putAll(changes(request));
        if (!settings.containsKey(NAME)) throw Wrong.missing(NAME, "the account's name");
        return settings;
    }

    /// Only the settings that are said.
    static Map<String, String> changes(Line request) {
        var settings = new LinkedHashMap<String, String>();
        request.text(NAME, LONGEST_NAME).ifPresent(name -> settings.put(NAME, name));
        request.text(TIME_ZONE, LONGEST_NAME).ifPresent(zone -> settings.put(TIME_ZONE, zone(zone)));
        request.text(CURRENCY, LONGEST_NAME)
                .ifPresent(code -> settings.put(CURRENCY, Currencies.checked(CURRENCY, code)));
        request.oneOf(TIER, Tier.class).ifPresent(tier -> settings.put(TIER, tier.name()));
        request.oneOf(WEEK_START, DayOfWeek.class).ifPresent(day -> settings.put(WEEK_START, day.name()));
        request.flag(EMAIL_BOT_FILTER).ifPresent(flag -> settings.put(EMAIL_BOT_FILTER, flag.toString()));
        request.texts(SITE_DOMAINS).ifPresent(domains -> settings.put(SITE_DOMAINS, domains(domains)));
        request.texts(INTERACTION_TYPES).ifPresent(kinds -> settings.put(INTERACTION_TYPES, kinds(kinds)));
        if (request.clears(INTERACTION_TYPES)) settings.put(INTERACTION_TYPES, "");
        request.text(RULE_SET, LONGEST_NAME).ifPresent(name -> settings.put(RULE_SET, name));
        return settings;
    }

    private static String zone(String zone) {
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException unknown) {
            throw Wrong.value(TIME_ZONE, zone, "an IANA time zone such as Europe/Amsterdam");
        }
    }

    private static String domains(List<String> domains) {
        if (domains.size() > MOST_DOMAINS)
            throw Wrong.hidden(SITE_DOMAINS, "has " + domains.size() + " entries", MOST_DOMAINS + " at most");
        for (var domain : domains)
            if (domain.length() > LONGEST_DOMAIN || !DOMAIN.matcher(domain).matches())
                throw Wrong.value(SITE_DOMAINS, domain, "hosts such as example.com, without scheme or path");
        return String.join(",", domains);
    }

    private static String kinds(List<String> kinds) {
        for (var kind : kinds)
            if (Arrays.stream(InteractionKind.values())
                    .noneMatch(known -> known.name().equals(kind)))
                throw Wrong.value(INTERACTION_TYPES, kind, "some of " + Line.names(InteractionKind.class));
        if (kinds.isEmpty())
            throw Wrong.hidden(INTERACTION_TYPES, "is an empty list", "null for every kind, or at least one kind");
        return String.join(",", kinds);
    }

    /// As docs/api.md section 2 shows them, those that are there.
    static Map<String, Object> shown(Map<String, String> settings) {
        var shown = new LinkedHashMap<String, Object>();
        for (var name : ALL) if (settings.containsKey(name)) shown.put(name, shown(name, settings.get(name)));
        return shown;
    }

    private static Object shown(String name, String kept) {
        return switch (name) {
            case EMAIL_BOT_FILTER -> Boolean.valueOf(kept);
            case SITE_DOMAINS -> list(kept);
            case INTERACTION_TYPES -> kept.isEmpty() ? null : list(kept);
            default -> kept;
        };
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}
