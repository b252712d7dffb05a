package tributary.query.mongo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Decimal128;
import tributary.events.Money;

/// Reads what [DocumentWriter] wrote.
record DocumentReader(Document document) {
    /// Ends the name of a field that tells the microseconds beyond a date's milliseconds.
    static final String MICROS = "Micros";

    String text(String name) {
        return document.getString(name);
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(text(name));
    }

    long number(String name) {
        return document.get(name) instanceof Number number ? number.longValue() : 0;
    }

    boolean flag(String name) {
        return document.getBoolean(name, false);
    }

    boolean has(String name) {
        return document.containsKey(name);
    }

    List<String> texts(String name) {
        return document.getList(name, String.class, List.of());
    }

    List<DocumentReader> documents(String name) {
        return document.getList(name, Document.class, List.of()).stream()
                .map(DocumentReader::new)
                .toList();
    }

    DocumentReader document(String name) {
        return new DocumentReader(document.get(name, new Document()));
    }

    /// The amount, or `null` if there is none.
    BigDecimal decimal(String name) {
        return switch (document.get(name)) {
            case null -> null;
            case Decimal128 decimal -> decimal.bigDecimalValue();
            case Object text -> new BigDecimal((String) text);
        };
    }

    /// Minor units; 0 if there is no amount.
    long minor(String name, String currency) {
        var amount = decimal(name);
        return amount == null
                ? 0
                : amount.movePointRight(Money.digits(currency)).longValueExact();
    }

    long day(String name) {
        return Math.floorDiv(document.getDate(name).getTime(), TimeUnit.DAYS.toMillis(1));
    }

    /// Microseconds since 1970.
    long micros(String name) {
        Date date = document.getDate(name);
        return date.getTime() * 1_000 + document.getInteger(name + MICROS, 0);
    }

    Instant instant(String name) {
        return Instant.EPOCH.plus(micros(name), ChronoUnit.MICROS);
    }
}
