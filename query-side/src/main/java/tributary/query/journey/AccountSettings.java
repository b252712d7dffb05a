package tributary.query.journey;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tributary.attribution.Kind;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.Still;
import tributary.attribution.journey.Settings;
import tributary.attribution.journey.Tier;

/// The settings of an account, of each the last by `at`, then by recording (D-13).
final class AccountSettings {
    static final String STANDARD_RULE_SET = "2023-09";

    private record Said(String value, Instant at) {}

    private final Map<String, Said> said = new HashMap<>();
    private Settings present = Settings.standard();

    void say(Map<String, String> settings, Instant at) {
        settings.forEach((name, value) ->
                said.merge(name, new Said(value, at), (old, now) -> now.at.isBefore(old.at) ? old : now));
        present = told();
    }

    private Settings told() {
        return new Settings(
                ZoneId.of(get("timeZone", "UTC")),
                get("currency", "EUR"),
                Tier.valueOf(get("tier", "ALL")),
                Boolean.parseBoolean(get("emailBotFilter", "true")),
                Set.copyOf(list("siteDomains")),
                kinds(),
                DayOfWeek.valueOf(get("weekStart", "SUNDAY")));
    }

    Still still() {
        var kept = new TreeMap<>(said);
        return out -> {
            out.number(kept.size());
            kept.forEach((name, word) -> {
                out.text(name);
                out.text(word.value);
                out.instant(word.at);
            });
        };
    }

    void read(ColumnsIn in) {
        for (var left = in.integer(); left > 0; left--) said.put(in.text(), new Said(in.text(), in.instant()));
        present = told();
    }

    Settings present() {
        return present;
    }

    /// What judging does not ask for is left out.
    static boolean judgeAlike(Settings a, Settings b) {
        return a.zone().equals(b.zone())
                && a.currency().equals(b.currency())
                && a.emailBotFilter() == b.emailBotFilter()
                && a.siteDomains().equals(b.siteDomains())
                && a.attributionKinds().equals(b.attributionKinds());
    }

    String ruleSet() {
        return get("ruleSet", STANDARD_RULE_SET);
    }

    String name(String without) {
        return get("name", without);
    }

    private Set<Kind> kinds() {
        var chosen = list("interactionTypes");
        return chosen.isEmpty()
                ? EnumSet.allOf(Kind.class)
                : chosen.stream().map(Kind::valueOf).collect(Collectors.toSet());
    }

    private List<String> list(String name) {
        return Arrays.stream(get(name, "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private String get(String name, String without) {
        var value = said.get(name);
        return value == null || value.value.isEmpty() ? without : value.value;
    }
}
