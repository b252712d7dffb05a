package tributary.benchmarks.encoding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tributary.events.Asset;
import tributary.events.AssetType;
import tributary.events.Bot;
import tributary.events.ContactId;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.Origin;

/// The interactions of a generated history. An address stands as a contact's id made of its digits.
final class HistoryFile {
    private static final JsonMapper JSON = new JsonMapper();

    private HistoryFile() {}

    static List<Interaction> interactions(Path file, int most) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("{\"type\":\"interaction\""))
                    .limit(most)
                    .map(JSON::readTree)
                    .map(HistoryFile::interaction)
                    .toList();
        }
    }

    private static Interaction interaction(JsonNode line) {
        var address = text(line, "email");
        var contact = address == null ? text(line, "contact") : address.replaceAll("\\D", "");
        var origin = line.get("origin");
        var bot = text(line, "bot");
        return new Interaction(
                Instant.parse(text(line, "at")),
                InteractionKind.valueOf(text(line, "kind")),
                text(line, "visitor"),
                contact == null ? null : new ContactId(contact),
                address != null,
                asset(line.get("asset")),
                asset(line.get("page")),
                text(line, "url"),
                text(line, "referrer"),
                text(line, "keyword"),
                origin == null
                        ? null
                        : new Origin(Origin.Type.valueOf(text(origin, "type")), asset(origin.get("asset"))),
                bot == null ? null : Bot.valueOf(bot),
                text(line, "title"),
                text(line, "id"));
    }

    private static Asset asset(JsonNode asset) {
        return asset == null ? null : new Asset(AssetType.valueOf(text(asset, "type")), text(asset, "id"));
    }

    private static String text(JsonNode node, String name) {
        var value = node.get(name);
        return value == null ? null : value.asString();
    }
}
