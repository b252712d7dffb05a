package tributary.store.codec;

import tributary.events.Asset;
import tributary.events.AssetType;
import tributary.events.Origin;

/// Assets and origins as texts of a batch: `TYPE/ID`, and `AD`, `CTA` or `WORKFLOW`, followed by `/TYPE/ID` if it
/// names an asset. Types are names, so that the order of the constants never matters.
final class Texts {
    private Texts() {}

    static String of(Asset asset) {
        return asset.type().name() + "/" + asset.id();
    }

    static Asset asset(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) throw new IllegalArgumentException("an asset is not of the form TYPE/ID");
        return new Asset(AssetType.valueOf(text.substring(0, slash)), text.substring(slash + 1));
    }

    static String of(Origin origin) {
        return origin.asset() == null ? origin.type().name() : origin.type().name() + "/" + of(origin.asset());
    }

    static Origin origin(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new Origin(Origin.Type.valueOf(text), null)
                : new Origin(Origin.Type.valueOf(text.substring(0, slash)), asset(text.substring(slash + 1)));
    }
}
