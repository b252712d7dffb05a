package tributary.command.interaction;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tributary.command.contact.ContactLines;
import tributary.command.line.Line;
import tributary.command.line.Wrong;
import tributary.events.Asset;
import tributary.events.AssetType;
import tributary.events.Bot;
import tributary.events.InstantText;
import tributary.events.InteractionKind;
import tributary.events.Origin;
import tributary.events.Refusal;

/// Reads one line as an interaction, field by field as they come, without a tree. One reader for one line.
///
/// Blank texts count as absent: browsers send an empty referrer. Unknown fields are skipped. Of several wrong fields
/// the first is refused, but not before the type is known, which need not stand first.
public final class ActReader {
    public static final int LONGEST_URL = 8_192;

    private static final Map<String, InteractionKind> KINDS = byName(InteractionKind.values());
    private static final Map<String, AssetType> ASSET_TYPES = byName(AssetType.values());
    private static final Map<String, Bot> BOTS = byName(Bot.values());
    private static final Map<String, Origin.Type> ORIGINS = byName(Origin.Type.values());

    private String type;
    private String id;
    private Instant at;
    private InteractionKind kind;
    private String visitor;
    private String contact;
    private String address;
    private Asset asset;
    private Asset page;
    private String url;
    private String referrer;
    private String keyword;
    private Origin origin;
    private Bot bot;
    private String title;
    private boolean byAddress;
    private Refusal refusal;

    private static <E extends Enum<E>> Map<String, E> byName(E[] values) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));
    }

    /// Reads an object, of which the parser has seen the beginning.
    ///
    /// @param now when it happened, if the line does not say
    /// @return `null` if this is a line of another type
    /// @throws Refusal if the interaction is not as it should be
    /// @throws tools.jackson.core.JacksonException if this is not JSON
    public Act read(JsonParser json, Instant now) {
        for (var field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            try {
                take(field, json);
            } catch (Refusal wrong) {
                if (refusal == null) refusal = wrong;
                if (json.currentToken().isStructStart()) json.skipChildren();
            }
            if (type != null && !type.equals("interaction")) return null;
        }
        if (refusal != null) throw refusal;
        if (type == null) throw Wrong.missing("type", "the type of the line, such as interaction");
        if (kind == null) throw Wrong.missing("kind", "one of " + Line.names(InteractionKind.class));
        if (visitor == null && contact == null && address == null)
            throw Wrong.missing("visitor", "one of visitor, contact and email, to tell who acted");
        return new Act(
                id,
                at == null ? now : at,
                kind,
                visitor,
                contact,
                address,
                asset,
                page,
                url,
                referrer,
                keyword,
                origin,
                bot,
                title,
                byAddress);
    }

    private void take(String field, JsonParser json) {
        switch (field) {
            case "type" -> type = text(field, json);
            case "id" -> id = atMost(Line.LONGEST_LINE_ID, field, text(field, json));
            case "at" -> at = instant(field, text(field, json));
            case "kind" -> kind = constant(field, text(field, json), KINDS, InteractionKind.class);
            case "visitor" -> visitor = atMost(ContactLines.LONGEST_VISITOR, field, text(field, json));
            case "contact" -> contact = text(field, json);
            case "email" -> address = address(field, text(field, json));
            case "asset" -> asset = asset(field, json);
            case "page" -> page = asset(field, json);
            case "url" -> url = atMost(LONGEST_URL, field, text(field, json));
            case "referrer" -> referrer = atMost(LONGEST_URL, field, text(field, json));
            case "keyword" -> keyword = text(field, json);
            case "origin" -> origin = origin(json);
            case "bot" -> bot = constant(field, text(field, json), BOTS, Bot.class);
            case "title" -> title = text(field, json);
            case "byAddress" -> byAddress = flag(field, json);
            default -> json.skipChildren();
        }
    }

    private static String text(String field, JsonParser json) {
        var token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) return null;
        if (token != JsonToken.VALUE_STRING) throw Wrong.type(field, kind(token), "a text");
        var text = json.getString();
        return text.isBlank() ? null : text;
    }

    private static boolean flag(String field, JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            case null, default -> throw Wrong.type(field, kind(json.currentToken()), "true or false");
        };
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_TRUE, VALUE_FALSE -> "boolean";
            default -> "number";
        };
    }

    private static String atMost(int longest, String field, String text) {
        if (text != null && text.length() > longest) throw Wrong.tooLong(field, text.length(), longest);
        return text;
    }

    private static Instant instant(String field, String text) {
        if (text == null) return null;
        var instant = InstantText.readOrNull(text);
        if (instant == null) throw Wrong.value(field, text, InstantText.ACCEPTED);
        return instant;
    }

    private static String address(String field, String text) {
        return text == null ? null : Line.checkedAddress(field, text);
    }

    private static <E extends Enum<E>> E constant(String field, String text, Map<String, E> byName, Class<E> type) {
        if (text == null) return null;
        var constant = byName.get(text);
        if (constant == null) throw Wrong.value(field, text, "one of " + Line.names(type));
        return constant;
    }

    private static Asset asset(String field, JsonParser json) {
        if (json.currentToken() == JsonToken.VALUE_NULL) return null;
        if (json.currentToken() != JsonToken.START_OBJECT)
            throw Wrong.type(field, kind(json.currentToken()), "{\"type\": …, \"id\": …}");
        String type = null;
        String id = null;
        Refusal wrong = null;
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            try {
                switch (name) {
                    case "type" -> type = text(field + ".type", json);
                    case "id" -> id = text(field + ".id", json);
                    default -> json.skipChildren();
                }
            } catch (Refusal refused) {
                if (wrong == null) wrong = refused;
                json.skipChildren();
            }
        }
        if (wrong != null) throw wrong;
        if (type == null) throw Wrong.missing(field + ".type", "one of " + Line.names(AssetType.class));
        if (id == null) throw Wrong.missing(field + ".id", "the id of the asset");
        var known = constant(field + ".type", type, ASSET_TYPES, AssetType.class);
        return new Asset(known, Line.checkedAssetId(field + ".id", known, id));
    }

    private static Origin origin(JsonParser json) {
        if (json.currentToken() == JsonToken.VALUE_NULL) return null;
        if (json.currentToken() != JsonToken.START_OBJECT)
            throw Wrong.type("origin", kind(json.currentToken()), "{\"type\": \"AD\", \"asset\": …}");
        String type = null;
        Asset asset = null;
        Refusal wrong = null;
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            try {
                switch (name) {
                    case "type" -> type = text("origin.type", json);
                    case "asset" -> asset = asset("origin.asset", json);
                    default -> json.skipChildren();
                }
            } catch (Refusal refused) {
                if (wrong == null) wrong = refused;
                json.skipChildren();
            }
        }
        if (wrong != null) throw wrong;
        if (type == null) throw Wrong.missing("origin.type", "one of " + Line.names(Origin.Type.class));
        return new Origin(constant("origin.type", type, ORIGINS, Origin.Type.class), asset);
    }
}
