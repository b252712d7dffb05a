package tributary.command.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tributary.events.Asset;

/// Writes lines field by field, and counts them. What is absent is left out.
final class LineWriter {
    private final JsonGenerator out;
    private long lines;

    LineWriter(JsonGenerator out) {
        this.out = out;
    }

    void begin(String type, Instant at) {
        begin(type);
        out.writeStringProperty("at", at.toString());
    }

    void begin(String type) {
        out.writeStartObject();
        out.writeStringProperty("type", type);
        lines++;
    }

    /// Ends a line, or an object within one.
    void end() {
        out.writeEndObject();
    }

    /// Says that this was all.
    void endOfExport() {
        out.writeStartObject();
        text("type", "export.end");
        out.writeNumberProperty("lines", lines);
        out.writeEndObject();
        out.writeRaw('\n');
    }

    /// What is cleared, an empty text in facts, is `null` in lines.
    void said(String field, String value) {
        if (value.isEmpty()) out.writeNullProperty(field);
        else out.writeStringProperty(field, value);
    }

    void texts(String field, Map<String, String> texts) {
        if (texts.isEmpty()) return;
        out.writeObjectPropertyStart(field);
        texts.forEach(this::said);
        out.writeEndObject();
    }

    void text(String field, String value) {
        if (value != null) out.writeStringProperty(field, value);
    }

    void decimal(String field, BigDecimal value) {
        if (value != null) text(field, value.toPlainString());
    }

    void flag(String field, boolean value) {
        out.writeBooleanProperty(field, value);
    }

    void number(String field, int value) {
        out.writeNumberProperty(field, value);
    }

    void value(String field, Object value) {
        out.writePOJOProperty(field, value);
    }

    void asset(String field, Asset asset) {
        if (asset == null) return;
        out.writeObjectPropertyStart(field);
        text("type", asset.type().name());
        text("id", asset.id());
        out.writeEndObject();
    }

    void beginObject(String field) {
        out.writeObjectPropertyStart(field);
    }

    void beginList(String field) {
        out.writeArrayPropertyStart(field);
    }

    void beginElement() {
        out.writeStartObject();
    }

    void element(String text) {
        out.writeString(text);
    }

    void endList() {
        out.writeEndArray();
    }
}
