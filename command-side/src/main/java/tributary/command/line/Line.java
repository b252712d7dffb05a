package tributary.command.line;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tributary.events.Asset;
import tributary.events.AssetType;
import tributary.events.InstantText;

/// A line other than an interaction, or an object within it. Its fields are asked for by name, and refused where
/// they are not as they should be. Fields that nobody asks for are ignored, so that a newer client can talk to an
/// older server.
///
/// A field that is `null` counts as absent, except where a change asks whether it is cleared.
public final class Line implements Parsed {
    public static final int LONGEST_LINE_ID = 100;
    public static final String ID_ACCEPTED = "1 to 64 characters of A-Z a-z 0-9 . _ : -";
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_KEYWORD = 256;
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_DECIMAL = 40;
    private static final int MOST_DECIMALS = 10;
    private static final BigDecimal LARGEST = new BigDecimal("1e13");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>]+");
    private static final String DECIMAL_ACCEPTED =
            "a decimal such as \"4285.72\", at most 10^13 and with at most 10 digits after the point";

    private final JsonNode fields;
    private final String within;
    private final Instant now;

    private Line(JsonNode fields, String within, Instant now) {
        this.fields = fields;
        this.within = within;
        this.now = now;
    }

    /// @param now when it happened, if the line does not say
    public static Line of(JsonNode fields, Instant now) {
        return new Line(fields, "", now);
    }

    @Override
    public String id() {
        return text("id", LONGEST_LINE_ID).orElse(null);
    }

    public String type() {
        return text("type", LONGEST_LINE_ID)
                .orElseThrow(() -> Wrong.missing("type", "the type of the line, such as interaction"));
    }

    /// When it happened.
    public Instant at() {
        return value("at").isEmpty() ? now : instant("at").orElseThrow();
    }

    /// Whether the line says anything about a field, be it that it is `null`.
    public boolean says(String field) {
        return fields.has(field);
    }

    /// Whether the field is there and `null`: in a change it then is cleared.
    public boolean clears(String field) {
        return fields.has(field) && fields.get(field).isNull();
    }

    /// A field's text as it was sent, good or not; empty if it is no text.
    public Optional<String> unchecked(String field) {
        return value(field).filter(JsonNode::isString).map(JsonNode::asString);
    }

    /// A text that is not blank.
    public Optional<String> text(String field, int longest) {
        var text = anyText(field, longest);
        if (text.isPresent() && text.get().isBlank())
            throw Wrong.hidden(name(field), "is blank", "a text, or no such field");
        return text;
    }

    /// A text that may be blank.
    public Optional<String> anyText(String field, int longest) {
        var value = value(field);
        if (value.isEmpty()) return Optional.empty();
        if (!value.get().isString()) throw wrongType(field, "a text");
        var text = value.get().stringValue();
        if (text.length() > longest) throw Wrong.tooLong(name(field), text.length(), longest);
        return Optional.of(text);
    }

    /// An id that the client chose.
    public String neededId(String field) {
        return id(field).orElseThrow(() -> Wrong.missing(name(field), ID_ACCEPTED));
    }

    public Optional<String> id(String field) {
        return text(field, Integer.MAX_VALUE).map(id -> checkedId(name(field), id));
    }

    /// @throws tributary.events.Refusal if this cannot be an id that a client chose
    public static String checkedId(String field, String id) {
        if (!isId(id)) throw Wrong.value(field, id, ID_ACCEPTED);
        return id;
    }

    public static boolean isId(String id) {
        if (id.isEmpty() || id.length() > LONGEST_ID) return false;
        for (int at = 0; at < id.length(); at++) {
            char letter = id.charAt(at);
            boolean fine = letter >= 'a' && letter <= 'z'
                    || letter >= 'A' && letter <= 'Z'
                    || letter >= '0' && letter <= ':'
                    || letter == '.'
                    || letter == '_'
                    || letter == '-';
            if (!fine) return false;
        }
        return true;
    }

    /// An e-mail address, trimmed; never shown when it is refused.
    public Optional<String> address(String field) {
        return text(field, Integer.MAX_VALUE).map(text -> checkedAddress(name(field), text));
    }

    public static String checkedAddress(String field, String text) {
        var address = text.strip();
        if (address.length() > LONGEST_ADDRESS) throw Wrong.tooLong(field, address.length(), LONGEST_ADDRESS);
        if (!ADDRESS.matcher(address).matches())
            throw Wrong.hidden(field, "is not an e-mail address", "an address such as name@example.com");
        return address;
    }

    public Optional<Instant> instant(String field) {
        return text(field, Integer.MAX_VALUE)
                .map(text ->
                        InstantText.read(text).orElseThrow(() -> Wrong.value(name(field), text, InstantText.ACCEPTED)));
    }

    public Optional<LocalDate> day(String field) {
        return text(field, Integer.MAX_VALUE)
                .map(text ->
                        readDay(text).orElseThrow(() -> Wrong.value(name(field), text, "a day such as 2023-04-03")));
    }

    /// Nothing if the text is not a day.
    public static Optional<LocalDate> readDay(String text) {
        try {
            return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /// A day or an instant, in its normal form.
    public Optional<String> dayOrInstant(String field) {
        return text(field, Integer.MAX_VALUE)
                .map(text -> readDay(text)
                        .map(LocalDate::toString)
                        .or(() -> InstantText.read(text).map(Instant::toString))
                        .orElseThrow(() -> Wrong.value(
                                name(field), text, "a day such as 2023-04-03, or " + InstantText.ACCEPTED)));
    }

    /// A decimal, as a text or as a JSON number.
    public Optional<BigDecimal> decimal(String field) {
        return value(field).map(value -> {
            if (!value.isString() && !value.isNumber()) throw wrongType(field, DECIMAL_ACCEPTED);
            var text = value.isString() ? value.stringValue().strip() : value.asString();
            return readDecimal(text).orElseThrow(() -> Wrong.value(name(field), text, DECIMAL_ACCEPTED));
        });
    }

    private static Optional<BigDecimal> readDecimal(String text) {
        if (text.length() > LONGEST_DECIMAL) return Optional.empty();
        try {
            var decimal = new BigDecimal(text);
            boolean fits = decimal.abs().compareTo(LARGEST) <= 0
                    && (decimal.signum() == 0 || decimal.stripTrailingZeros().scale() <= MOST_DECIMALS);
            if (!fits) return Optional.empty();
            return Optional.of(
                    decimal.signum() == 0 && Math.abs(decimal.scale()) > MOST_DECIMALS ? BigDecimal.ZERO : decimal);
        } catch (ArithmeticException | NumberFormatException noDecimal) {
            return Optional.empty();
        }
    }

    public Optional<Boolean> flag(String field) {
        return value(field).map(value -> {
            if (!value.isBoolean()) throw wrongType(field, "true or false");
            return value.booleanValue();
        });
    }

    /// A whole number of 0 or more.
    public Optional<Integer> count(String field) {
        return value(field).map(value -> {
            if (!value.isNumber()) throw wrongType(field, "a whole number");
            if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 0)
                throw Wrong.value(name(field), value.asString(), "a whole number of 0 or more");
            return value.intValue();
        });
    }

    /// One of the constants of an enum.
    public <E extends Enum<E>> Optional<E> oneOf(String field, Class<E> type) {
        return text(field, Integer.MAX_VALUE)
                .map(text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(text))
                        .findAny()
                        .orElseThrow(() -> Wrong.value(name(field), text, "one of " + names(type))));
    }

    /// The constants of an enum, as a refusal lists them.
    public static <E extends Enum<E>> String names(Class<E> type) {
        return String.join(
                ", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }

    public Asset neededAsset(String field) {
        return asset(field).orElseThrow(() -> Wrong.missing(name(field), "{\"type\": …, \"id\": …}"));
    }

    public Optional<Asset> asset(String field) {
        return object(field).map(asset -> {
            var type = asset.oneOf("type", AssetType.class)
                    .orElseThrow(() -> Wrong.missing(asset.name("type"), "one of " + names(AssetType.class)));
            var id = asset.text("id", Integer.MAX_VALUE)
                    .orElseThrow(() -> Wrong.missing(asset.name("id"), "the id of the asset"));
            return new Asset(type, checkedAssetId(asset.name("id"), type, id));
        });
    }

    /// The id of an asset is one that a client chose; a keyword is any text.
    public static String checkedAssetId(String field, AssetType type, String id) {
        if (type != AssetType.KEYWORD) return checkedId(field, id);
        if (id.length() > LONGEST_KEYWORD) throw Wrong.tooLong(field, id.length(), LONGEST_KEYWORD);
        return id.strip();
    }

    public Optional<Line> object(String field) {
        return value(field).map(value -> {
            if (!value.isObject()) throw wrongType(field, "an object");
            return new Line(value, name(field) + ".", now);
        });
    }

    /// A list of objects.
    public Optional<List<Line>> objects(String field) {
        return list(field, JsonNode::isObject, "a list of objects").map(list -> {
            var lines = new ArrayList<Line>();
            for (var value : list) lines.add(new Line(value, name(field) + "[" + lines.size() + "].", now));
            return List.copyOf(lines);
        });
    }

    /// A list of texts.
    public Optional<List<String>> texts(String field) {
        return list(field, JsonNode::isString, "a list of texts")
                .map(list -> list.stream().map(JsonNode::stringValue).toList());
    }

    private Optional<List<JsonNode>> list(String field, java.util.function.Predicate<JsonNode> fits, String accepted) {
        return value(field).map(value -> {
            if (!value.isArray()) throw wrongType(field, accepted);
            var list = new ArrayList<JsonNode>();
            for (var element : value) {
                if (!fits.test(element))
                    throw Wrong.type(name(field) + "[" + list.size() + "]", kind(element), accepted);
                list.add(element);
            }
            return list;
        });
    }

    /// The values of an object as texts: numbers and flags too, `null` as an empty text.
    public Map<String, String> texts(String field, int mostNames, int longestName, int longestText) {
        var texts = new LinkedHashMap<String, String>();
        var value = value(field);
        if (value.isEmpty()) return texts;
        if (!value.get().isObject()) throw wrongType(field, "an object whose values are texts");
        if (value.get().size() > mostNames)
            throw Wrong.hidden(name(field), "has " + value.get().size() + " names", mostNames + " at most");
        for (var entry : value.get().properties()) {
            var name = entry.getKey();
            if (name.isBlank() || name.length() > longestName)
                throw Wrong.value(name(field), name, "names of 1 to " + longestName + " characters");
            texts.put(name, plain(name(field) + "." + name, entry.getValue(), longestText));
        }
        return texts;
    }

    private static String plain(String name, JsonNode value, int longest) {
        if (value.isNull()) return "";
        if (value.isObject() || value.isArray())
            throw Wrong.type(Echo.of(name), kind(value), "a text, a number, true, false or null");
        var text = value.asString();
        if (text.length() > longest) throw Wrong.tooLong(Echo.of(name), text.length(), longest);
        return text;
    }

    private Optional<JsonNode> value(String field) {
        var value = fields.get(field);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    /// The field as a refusal names it: with the object it stands in.
    public String name(String field) {
        return within + field;
    }

    private RuntimeException wrongType(String field, String accepted) {
        return Wrong.type(name(field), kind(fields.get(field)), accepted);
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "a text";
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case NULL -> "null";
            default -> value.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }
}
