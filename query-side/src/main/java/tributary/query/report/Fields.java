package tributary.query.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The fields of an answer, in the order of writing.
final class Fields {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    Fields put(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    /// Writes nothing when there is nothing.
    Fields put(String name, Optional<?> value) {
        value.ifPresent(known -> fields.put(name, known));
        return this;
    }

    Fields putAll(Map<String, ?> more) {
        fields.putAll(more);
        return this;
    }

    Map<String, Object> asMap() {
        return Collections.unmodifiableMap(fields);
    }
}
