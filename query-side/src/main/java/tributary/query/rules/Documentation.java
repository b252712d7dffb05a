package tributary.query.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tributary.attribution.rules.Parameter;
import tributary.attribution.rules.RuleSet;
import tributary.query.journey.RuleSets.Made;

/// Rule sets as the API shows them (docs/api.md section 7).
final class Documentation {
    /// What every parameter means, its default, what may be given, and which rules of docs/rules.md it governs.
    static final List<Map<String, Object>> PARAMETERS =
            RuleSet.parameters().stream().map(Documentation::shown).toList();

    private Documentation() {}

    /// A rule set by itself, every parameter documented.
    static Map<String, Object> documented(Made made, String active) {
        var shown = shown(made, active);
        shown.put("documentation", PARAMETERS);
        return shown;
    }

    /// @param active name of the rule set by which the account is judged
    static Map<String, Object> shown(Made made, String active) {
        var rules = made.rules();
        var shown = new LinkedHashMap<String, Object>();
        shown.put("name", rules.name());
        shown.put("preset", made.base().isEmpty());
        made.base().ifPresent(base -> shown.put("base", base));
        shown.put("active", rules.name().equals(active));
        shown.put("models", rules.modelNames());
        shown.put("parameters", parameters(rules));
        return shown;
    }

    /// Each by its name, also one that is not given.
    private static Map<String, Object> parameters(RuleSet rules) {
        var values = rules.values();
        var parameters = new LinkedHashMap<String, Object>();
        for (var parameter : RuleSet.parameters()) parameters.put(parameter.name(), values.get(parameter.name()));
        return parameters;
    }

    private static Map<String, Object> shown(Parameter parameter) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("name", parameter.name());
        shown.put("meaning", parameter.meaning());
        shown.put("default", parameter.standard());
        shown.put("accepted", parameter.accepted());
        shown.put("rules", parameter.rules());
        return shown;
    }
}
