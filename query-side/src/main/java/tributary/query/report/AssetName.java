package tributary.query.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/// An asset as people know it; also a UTM value or a keyword as a pseudo-asset (UMI-4, D-33).
///
/// @param name of a described asset, else `null`
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssetName(String type, String id, String name) {
    /// `TYPE/ID`.
    @JsonIgnore
    String key() {
        return type + "/" + id;
    }
}
