package tributary.command.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tributary.command.interaction.ActReader;
import tributary.command.line.Line;
import tributary.command.line.Parsed;
import tributary.command.line.Unreadable;
import tributary.events.Refusal;

/// Reads lines: interactions field by field, all others as trees.
final class LineReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonMapper TREES = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LineReader() {}

    /// A line that was read.
    ///
    /// @param number in the request, from 1
    record Numbered(long number, Parsed parsed) {}

    /// @param now when it happened, for lines that do not say
    static List<Numbered> readAll(RawLines lines, Instant now) {
        var read = new ArrayList<Numbered>(lines.count());
        for (int line = 0; line < lines.count(); line++)
            read.add(new Numbered(lines.number(line), lines.isTooLong(line) ? tooLong() : read(lines, line, now)));
        return read;
    }

    private static Parsed tooLong() {
        return new Unreadable(new Refusal.TooLarge(
                "the line has more than " + Limits.LINE_BYTES + " bytes; expected at most that many"));
    }

    private static Parsed read(RawLines lines, int line, Instant now) {
        return read(lines.bytes(), lines.begin(line), lines.end(line) - lines.begin(line), now);
    }

    static Parsed read(byte[] bytes, int begin, int length, Instant now) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), bytes, begin, length)) {
            if (json.nextToken() != JsonToken.START_OBJECT)
                return new Unreadable(new Refusal.Invalid(
                        "not-an-object",
                        "The line is not an object",
                        "the line is JSON, but not an object; expected {\"type\": …}"));
            var act = new ActReader().read(json, now);
            if (act == null) return Line.of(TREES.readTree(bytes, begin, length), now);
            if (json.nextToken() != null)
                return malformed(json.currentTokenLocation().getColumnNr());
            if (length > Limits.INTERACTION_BYTES) return tooLarge(length);
            return act;
        } catch (Refusal refusal) {
            return new Unreadable(refusal);
        } catch (JacksonException noJson) {
            return malformed(
                    noJson.getLocation() == null ? 0 : noJson.getLocation().getColumnNr());
        }
    }

    private static Parsed malformed(int column) {
        return new Unreadable(new Refusal.Invalid(
                "malformed-json",
                "The line is not JSON",
                "the line is not valid JSON, as seen at column " + column + "; expected one object"));
    }

    private static Parsed tooLarge(int length) {
        return new Unreadable(new Refusal.TooLarge(
                "the interaction has " + length + " bytes; " + Limits.INTERACTION_BYTES + " at most"));
    }
}
