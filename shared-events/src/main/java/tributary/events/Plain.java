package tributary.events;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Plain values of facts: texts, `true` and `false`, `null`, numbers, lists of these, and maps of these by text.
/// Numbers are kept as `Long` if they are whole, else as `BigDecimal` without zeros at the end, so that what is
/// stored and read again is equal.
final class Plain {
    private Plain() {}

    /// An unmodifiable copy, in the order of the names.
    static Map<String, Object> map(Map<?, ?> values) {
        var copy = new TreeMap<String, Object>();
        values.forEach((name, value) -> copy.put((String) name, value(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static Object value(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean flag -> flag;
            case Number number -> number(new BigDecimal(number.toString()).stripTrailingZeros());
            case List<?> list ->
                Collections.unmodifiableList(list.stream().map(Plain::value).toList());
            case Map<?, ?> map -> map(map);
            default -> throw new IllegalArgumentException(value.getClass() + " is no plain value");
        };
    }

    private static Number number(BigDecimal number) {
        var whole = number.scale() <= 0 && number.precision() - number.scale() <= 18;
        return whole ? (Number) number.longValueExact() : number;
    }
}
