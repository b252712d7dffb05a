package tributary.events;

/// How the session begun by a hit arrived, when that was by an ad, a CTA or a workflow's email; `asset` may be
/// absent (`null`).
public record Origin(Type type, Asset asset) {
    /// What brought the visitor.
    public enum Type {
        AD,
        CTA,
        WORKFLOW
    }

    public Origin {
        Blank.refuseMissing(type, "origin type");
    }
}
