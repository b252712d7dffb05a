package tributary.standalone.cli;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What has to be known of a line before it is sent: its type, and whether it has an id that makes it once-only.
///
/// @param type the type it names, or `null`
/// @param id what it says about an id
record LineLook(String type, Id id) {
    private static final JsonFactory JSON = new JsonFactory();

    enum Id {
        GIVEN,
        NULL,
        MISSING,
        /// The line is no object; the server will say so.
        NO_MATTER
    }

    static LineLook at(byte[] bytes, int begin, int length) {
        String type = null;
        var id = Id.MISSING;
        try (var json = JSON.createParser(ObjectReadContext.empty(), bytes, begin, length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) return new LineLook(null, Id.NO_MATTER);
            for (var field = json.nextName(); field != null; field = json.nextName()) {
                var value = json.nextToken();
                if (field.equals("id")) id = value == JsonToken.VALUE_NULL ? Id.NULL : Id.GIVEN;
                else if (field.equals("type") && value == JsonToken.VALUE_STRING) type = json.getString();
                else json.skipChildren();
                if (type != null && id == Id.GIVEN) break;
            }
            return new LineLook(type, id);
        } catch (JacksonException notJson) {
            return new LineLook(null, Id.NO_MATTER);
        }
    }

    /// The line with this id, for one that has none.
    static byte[] withId(byte[] bytes, int begin, int length, String id) {
        var line = (ObjectNode) JsonMapper.shared().readTree(bytes, begin, length);
        return JsonMapper.shared().writeValueAsBytes(line.put("id", id));
    }
}
