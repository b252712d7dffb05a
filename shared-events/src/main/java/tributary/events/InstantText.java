package tributary.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Reads instants: ISO 8601 with an offset or `Z`, four-digit years; what is finer than a microsecond is cut off.
///
/// By hand, since every interaction has one and `DateTimeFormatter` takes a microsecond for it.
public final class InstantText {
    public static final String ACCEPTED =
            "an instant with offset or Z, such as 2023-04-03T10:00:00Z or 2023-04-03T12:00:00.250+02:00";
    private static final int SHORTEST = "2023-04-03T10:00Z".length();

    private InstantText() {}

    /// Nothing if the text is not such an instant.
    public static Optional<Instant> read(String text) {
        return Optional.ofNullable(readOrNull(text));
    }

    /// As [#read], `null` for nothing: it is asked once for each interaction.
    public static Instant readOrNull(String text) {
        if (text.length() < SHORTEST
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':') return null;
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        if ((year | month | day | hour | minute) < 0) return null;
        int at = 16;
        int second = 0;
        int nanos = 0;
        if (text.charAt(at) == ':') {
            second = digits(text, at + 1, 2);
            if (second < 0) return null;
            at += 3;
            if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
                int from = ++at;
                int unit = 100_000_000;
                while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                    nanos += (text.charAt(at++) - '0') * unit;
                    unit /= 10;
                }
                if (at == from || at - from > 9) return null;
            }
        }
        int offset = offsetSeconds(text, at);
        if (offset == NONE || hour > 23 || minute > 59 || second > 59) return null;
        try {
            var date = LocalDate.of(year, month, day);
            return Instant.ofEpochSecond(
                    date.toEpochDay() * 86_400 + hour * 3600L + minute * 60L + second - offset, nanos / 1000 * 1000L);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static final int NONE = Integer.MIN_VALUE;

    private static int offsetSeconds(String text, int at) {
        int left = text.length() - at;
        if (left < 1) return NONE;
        char sign = text.charAt(at);
        if (sign == 'Z') return left == 1 ? 0 : NONE;
        if (sign != '+' && sign != '-') return NONE;
        int hours = digits(text, at + 1, 2);
        int minutes = switch (left) {
            case 3 -> 0;
            case 5 -> digits(text, at + 3, 2);
            case 6 -> text.charAt(at + 3) == ':' ? digits(text, at + 4, 2) : -1;
            default -> -1;
        };
        if (hours < 0 || minutes < 0 || hours > 18 || minutes > 59) return NONE;
        return (sign == '+' ? 1 : -1) * (hours * 3600 + minutes * 60);
    }

    private static int digits(String text, int from, int count) {
        if (from + count > text.length()) return -1;
        int value = 0;
        for (int at = from; at < from + count; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) return -1;
            value = value * 10 + digit;
        }
        return value;
    }

    /// Now, as fine as instants are kept.
    public static Instant micros(Instant now) {
        return now.minusNanos(now.getNano() % 1000);
    }
}
