package tributary.attribution.journey;

import tributary.attribution.AssetType;

/// What numbered assets are called.
public interface Assets {
    AssetType typeOf(int asset);

    /// The id as sent.
    String idOf(int asset);
}
