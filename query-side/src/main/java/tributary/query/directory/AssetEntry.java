package tributary.query.directory;

import java.util.Optional;
import tributary.attribution.AssetType;

/// An asset as it was described last.
public record AssetEntry(int number, AssetType type, String id, Optional<String> name, Optional<String> url) {
    /// `TYPE/ID`.
    public String key() {
        return type + "/" + id;
    }
}
