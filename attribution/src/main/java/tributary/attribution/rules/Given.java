package tributary.attribution.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A value as someone gave it for a parameter: a text, a number, `true` or `false`, a list, a map with texts as
/// keys, or `null`. It is refused where it is not as it should be.
///
/// @param name of the parameter
/// @param accepted what would be accepted, for refusals
record Given(String name, Object value, String accepted) {
    private static final int LONGEST_SHOWN = 60;

    boolean flag() {
        if (value instanceof Boolean flag) return flag;
        throw wrong();
    }

    String text() {
        if (value instanceof String text) return text;
        throw wrong();
    }

    /// One of these words.
    <E extends Enum<E>> E word(Collection<E> words) {
        return words.stream()
                .filter(word -> word.name().equals(value))
                .findFirst()
                .orElseThrow(this::wrong);
    }

    /// A list of words, each once.
    <T> Set<T> each(Function<String, Optional<T>> reader) {
        if (!(value instanceof List<?> list)) throw wrong();
        var read = new LinkedHashSet<T>();
        for (var element : list) {
            var one = new Given(name, element, accepted);
            if (!(element instanceof String text)) throw one.wrong();
            if (!read.add(reader.apply(text).orElseThrow(one::wrong)))
                throw new WrongParameter(name, "has " + one.shown() + " twice", accepted);
        }
        return read;
    }

    /// So many of a unit: more than nothing, and at most so much.
    Duration span(Duration unit, long most) {
        var number = number();
        if (number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) throw wrong();
        var micros = number.multiply(BigDecimal.valueOf(unit.toNanos() / 1_000)).longValue();
        if (micros == 0) throw wrong();
        return Duration.ofNanos(micros * 1_000);
    }

    /// A whole number from 0 to so much.
    int whole(int most) {
        var number = number();
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) throw wrong();
        if (number.stripTrailingZeros().scale() > 0) throw wrong();
        return number.intValue();
    }

    private BigDecimal number() {
        try {
            if (value instanceof Number number) return new BigDecimal(number.toString());
        } catch (NumberFormatException _) {
            // neither infinity nor what is no number is accepted
        }
        throw wrong();
    }

    Map<?, ?> map() {
        if (value instanceof Map<?, ?> map) return map;
        throw wrong();
    }

    /// What is given within this under a name.
    Given within(Object key, Object inner, String acceptedThere) {
        return new Given(name + "." + cut(String.valueOf(key)), inner, acceptedThere);
    }

    WrongParameter wrong() {
        return new WrongParameter(name, "is " + shown(), accepted);
    }

    /// The name that a word stands for, if it is one of an enum's.
    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst();
    }

    private String shown() {
        return switch (value) {
            case null -> "null";
            case String text -> '"' + cut(text) + '"';
            case List<?> _ -> "a list";
            case Map<?, ?> _ -> "an object";
            default -> cut(value.toString());
        };
    }

    /// A text as a refusal may repeat it: short, on one line, and never an address.
    static String cut(String text) {
        if (text.indexOf('@') >= 0 || text.contains("%40")) return "(not shown: it may be personal)";
        var shown = text.codePoints()
                .limit(LONGEST_SHOWN)
                .map(letter -> Character.isISOControl(letter) ? ' ' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return shown.length() < text.length() ? shown + "…" : shown;
    }
}
