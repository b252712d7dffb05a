package tributary.events;

import java.time.Instant;

/// What can happen to an asset.
public sealed interface AssetEvent extends Fact {
    Asset asset();

    /// What is said holds from `at` on, and before the first description too (D-17). What is not said (`null`)
    /// stays.
    ///
    /// @param hasForm of a CTA of the new kind
    /// @param listType of a list
    record AssetDescribed(Asset asset, String name, String url, Boolean hasForm, ListType listType, Instant at)
            implements AssetEvent {
        public AssetDescribed {
            Blank.refuseMissing(asset, "asset");
        }
    }

    /// How a list gets its members. `MANUAL` and `SNAPSHOT` are static (D-32).
    enum ListType {
        MANUAL,
        SNAPSHOT,
        DYNAMIC
    }
}
