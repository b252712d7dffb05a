package tributary.command.account;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tributary.command.line.Wrong;
import tributary.events.Refusal;

/// The names of the rule sets that an account can be judged under: the presets, and those defined as its own. What
/// they say is none of its business.
final class RuleSets {
    static final String STANDARD = "2023-09";
    /// So many an account can define.
    static final int MOST = 100;

    private static final List<String> PRESETS = List.of(STANDARD, "2024-11");

    private final Set<String> own = new LinkedHashSet<>();

    void define(String name) {
        own.add(name);
    }

    /// @throws Refusal.Conflict if the name is in use, or there are too many
    void refuseUsed(String name) {
        if (names().contains(name))
            throw new Refusal.Conflict(
                            "rule-set-exists",
                            "The rule set's name is in use",
                            "rule set " + name + " exists and is never changed; expected another name")
                    .with("ruleSet", name);
        if (own.size() >= MOST)
            throw new Refusal.Conflict(
                    "too-many-rule-sets",
                    "The account has too many rule sets",
                    "there are " + own.size() + " rule sets of the account's own; expected " + MOST + " at most");
    }

    /// @throws Refusal.Invalid if there is no such rule set, naming those there are
    void refuseUnknown(String field, String name) {
        var names = names();
        if (!names.contains(name)) throw Wrong.value(field, name, "one of " + String.join(", ", names));
    }

    private List<String> names() {
        var names = new ArrayList<>(PRESETS);
        names.addAll(own);
        return names;
    }
}
