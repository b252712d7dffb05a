package tributary.query.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tributary.attribution.rules.WrongParameter;
import tributary.events.Refusal;
import tributary.query.journey.RuleSets.Made;

/// A rule set that someone wants: another one's name, and parameters that are to differ.
record Proposal(String base, Map<String, Object> parameters) {
    private static final String BASE = "base";

    /// @throws Refusal.Invalid if the body is not of this form
    @SuppressWarnings("unchecked")
    static Proposal of(JsonNode body) {
        if (body == null || !body.isObject())
            throw wrong("the body is not an object; expected {\"base\": name of a rule set, changed parameters}", BASE);
        var base = body.get(BASE);
        if (base == null || !base.isString())
            throw wrong(BASE + " is missing or no text; expected the name of a rule set, such as 2023-09", BASE);
        var parameters = new LinkedHashMap<String, Object>(JsonMapper.shared().treeToValue(body, Map.class));
        parameters.remove(BASE);
        return new Proposal(base.stringValue(), parameters);
    }

    /// The rule set that this makes.
    ///
    /// @throws Refusal.Invalid naming the parameter that is not accepted, its value, and what would be
    Made make(Made from, String name) {
        try {
            return new Made(from.rules().changed(name, parameters), Optional.of(base));
        } catch (WrongParameter wrong) {
            throw wrong(wrong.getMessage(), wrong.parameter()).with("accepted", wrong.accepted());
        }
    }

    private static Refusal wrong(String detail, String parameter) {
        return new Refusal.Invalid("wrong-parameter", "A parameter is not accepted", detail)
                .with("parameter", parameter);
    }
}
