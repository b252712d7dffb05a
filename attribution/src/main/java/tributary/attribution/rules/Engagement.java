package tributary.attribution.rules;

import tributary.attribution.AssetType;
import tributary.attribution.Kind;

/// A kind of act with a type of asset, such as a click on a marketing email. A visit to a page, also one that a
/// submission without browser stands for (D-14), is `PAGE_VIEW` with the type of the page.
public record Engagement(Kind kind, AssetType with) {
    /// As in documents and JSON: `EMAIL_CLICK MARKETING_EMAIL`.
    @Override
    public String toString() {
        return kind + " " + with;
    }
}
