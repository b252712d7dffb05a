package tributary.standalone.sample;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// One line of history in the making; its fields are those of the history API.
final class Line {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Line(String type, Instant at) {
        with("type", type).with("at", at.toString());
    }

    static Line of(String type, Instant at) {
        return new Line(type, at);
    }

    static Line act(String kind, Instant at) {
        return of("interaction", at).with("kind", kind);
    }

    Line with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    Line with(String field, SampleAsset asset) {
        return with(field, asset.reference());
    }

    Map<String, Object> fields() {
        return fields;
    }
}
