package tributary.command.asset;

import java.util.Map;
import java.util.function.BiConsumer;
import tributary.command.line.Desk;
import tributary.command.line.Line;
import tributary.command.line.LineTypes;
import tributary.events.AssetEvent.AssetDescribed;
import tributary.events.AssetEvent.ListType;

/// The line about assets (api.md section 3).
public final class AssetLines implements LineTypes {
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_URL = 8_192;

    @Override
    public Class<?> aggregate() {
        return DescribedAsset.class;
    }

    @Override
    public Map<String, BiConsumer<Line, Desk>> byType() {
        return Map.of("asset.describe", this::describe);
    }

    private void describe(Line line, Desk desk) {
        var description = new AssetDescribed(
                line.neededAsset("asset"),
                line.text("name", LONGEST_NAME).orElse(null),
                line.text("url", LONGEST_URL).orElse(null),
                line.flag("hasForm").orElse(null),
                line.oneOf("listType", ListType.class).orElse(null),
                line.at());
        desk.send(new DescribeAsset(desk.account(), description));
    }
}
