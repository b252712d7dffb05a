package tributary.attribution.twin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads JSON into maps, lists, texts, numbers, booleans and `null`; just enough for the scenario files.
final class Json {
    private final String text;
    private int place;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        return new Json(text).value();
    }

    private Object value() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private char next() {
        while (Character.isWhitespace(text.charAt(place))) place++;
        return text.charAt(place);
    }

    /// Steps over the comma or the closing sign; whether it was the comma.
    private boolean more() {
        next();
        return text.charAt(place++) == ',';
    }

    private boolean isEmpty(char closing) {
        place++;
        if (next() != closing) return false;
        place++;
        return true;
    }

    private Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        if (isEmpty('}')) return object;
        do {
            next();
            var name = string();
            next();
            place++;
            object.put(name, value());
        } while (more());
        return object;
    }

    private List<Object> list() {
        var list = new ArrayList<Object>();
        if (isEmpty(']')) return list;
        do list.add(value());
        while (more());
        return list;
    }

    private String string() {
        var string = new StringBuilder();
        for (place++; text.charAt(place) != '"'; place++) {
            if (text.charAt(place) != '\\') string.append(text.charAt(place));
            else string.append(escaped(text.charAt(++place)));
        }
        place++;
        return string.toString();
    }

    private char escaped(char sign) {
        return switch (sign) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'u' -> {
                place += 4;
                yield (char) Integer.parseInt(text, place - 3, place + 1, 16);
            }
            default -> sign;
        };
    }

    private Object word(String word, Object value) {
        place += word.length();
        return value;
    }

    private BigDecimal number() {
        var from = place;
        while (place < text.length() && "+-.eE0123456789".indexOf(text.charAt(place)) >= 0) place++;
        return new BigDecimal(text.substring(from, place));
    }
}
