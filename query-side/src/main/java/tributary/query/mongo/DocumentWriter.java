package tributary.query.mongo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.BsonBinaryWriter;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Decimal128;
import tributary.events.Money;

/// Writes one document after the other. What is absent is left out.
final class DocumentWriter {
    private static final int MICROS_PER_MILLI = 1_000;
    /// Days further off than any instant there is; they would not fit into milliseconds.
    private static final long FURTHEST_DAY = 100_000_000_000L;

    private BasicOutputBuffer buffer;
    private BsonBinaryWriter out;

    DocumentWriter begin() {
        buffer = new BasicOutputBuffer(512);
        out = new BsonBinaryWriter(buffer);
        out.writeStartDocument();
        return this;
    }

    RawBsonDocument end() {
        out.writeEndDocument();
        return new RawBsonDocument(buffer.getInternalBuffer(), 0, buffer.getPosition());
    }

    DocumentWriter document(String name) {
        out.writeStartDocument(name);
        return this;
    }

    /// A document in an array.
    DocumentWriter document() {
        out.writeStartDocument();
        return this;
    }

    DocumentWriter endDocument() {
        out.writeEndDocument();
        return this;
    }

    DocumentWriter array(String name) {
        out.writeStartArray(name);
        return this;
    }

    DocumentWriter endArray() {
        out.writeEndArray();
        return this;
    }

    DocumentWriter text(String name, String value) {
        if (value != null) out.writeString(name, value);
        return this;
    }

    DocumentWriter text(String name, Optional<String> value) {
        return text(name, value.orElse(null));
    }

    /// `null` is written, too.
    DocumentWriter textOrNull(String name, String value) {
        if (value == null) out.writeNull(name);
        else out.writeString(name, value);
        return this;
    }

    DocumentWriter texts(String name, List<String> values) {
        out.writeStartArray(name);
        values.forEach(out::writeString);
        out.writeEndArray();
        return this;
    }

    DocumentWriter number(String name, long value) {
        out.writeInt64(name, value);
        return this;
    }

    DocumentWriter flag(String name, boolean value) {
        out.writeBoolean(name, value);
        return this;
    }

    DocumentWriter money(String name, long minor, String currency) {
        return decimal(name, new Money(minor, currency).amount());
    }

    /// A text where it has more digits than 34.
    DocumentWriter decimal(String name, BigDecimal value) {
        try {
            out.writeDecimal128(name, new Decimal128(value));
        } catch (NumberFormatException _) {
            out.writeString(name, value.toPlainString());
        }
        return this;
    }

    DocumentWriter day(String name, long epochDay) {
        out.writeDateTime(name, dayMillis(epochDay));
        return this;
    }

    static long dayMillis(long epochDay) {
        return TimeUnit.DAYS.toMillis(Math.clamp(epochDay, -FURTHEST_DAY, FURTHEST_DAY));
    }

    /// A date knows milliseconds: what an instant has beyond them stands beside it.
    DocumentWriter instant(String name, long atMicros) {
        out.writeDateTime(name, Math.floorDiv(atMicros, MICROS_PER_MILLI));
        var beyond = (int) Math.floorMod(atMicros, (long) MICROS_PER_MILLI);
        if (beyond != 0) out.writeInt32(name + DocumentReader.MICROS, beyond);
        return this;
    }

    DocumentWriter instant(String name, Instant at) {
        return instant(name, ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }
}
