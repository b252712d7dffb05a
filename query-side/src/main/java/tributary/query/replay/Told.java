package tributary.query.replay;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What the API shows of a replay, as it is kept beside the facts.
final class Told {
    private static final TypeReference<Map<String, Object>> SHOWN = new TypeReference<>() {};

    private Told() {}

    static String text(Map<String, Object> shown) {
        return JsonMapper.shared().writeValueAsString(shown);
    }

    static Map<String, Object> read(String text) {
        return JsonMapper.shared().readValue(text, SHOWN);
    }
}
