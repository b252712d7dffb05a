package tributary.standalone.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A line of an export that defines a rule set: `{"type":"rule-set.define","name":…,"base":…,"parameters":{…}}`. Rule
/// sets have a way in of their own, `PUT /api/v1/rule-sets/{name}`.
record RuleSetLine(String name, String base, JsonNode parameters) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static RuleSetLine of(String line) {
        var read = JSON.readTree(line);
        return new RuleSetLine(read.path("name").asString(""), read.path("base").asString(""), read.path("parameters"));
    }

    String path() {
        return "/api/v1/rule-sets/" + Api.encoded(name);
    }

    Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("base", base);
        if (parameters instanceof ObjectNode object)
            object.properties().forEach(each -> body.put(each.getKey(), each.getValue()));
        return body;
    }

    /// Whether the account has this very rule set already, as it has when the answer to an earlier request was lost.
    boolean isAmong(JsonNode ruleSets) {
        for (var known : ruleSets.path("ruleSets"))
            if (known.path("name").asString("").equals(name)
                    && known.path("base").asString("").equals(base))
                return parameters.properties().stream()
                        .allMatch(each ->
                                known.path("parameters").path(each.getKey()).equals(each.getValue()));
        return false;
    }
}
