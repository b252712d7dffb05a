package tributary.events;

/// Something a campaign uses: a page, a form, an email, a list … An asset need not be described before it is used.
public record Asset(AssetType type, String id) {
    public Asset {
        Blank.refuseMissing(type, "asset type");
        Blank.refuse(id, "asset id");
    }

    /// `TYPE/ID`, as in reports.
    public String key() {
        return type + "/" + id;
    }
}
