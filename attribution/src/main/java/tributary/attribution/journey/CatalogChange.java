package tributary.attribution.journey;

/// Of which time acts with a subject of the catalog may be judged otherwise than before.
///
/// @param keeping under rules by which what an association counted stays when it ends (MATCH-6)
/// @param forgetting under the others, for which the end of an association takes it back altogether
public record CatalogChange(Span keeping, Span forgetting) {
    static final CatalogChange NONE = new CatalogChange(Span.NONE, Span.NONE);

    static CatalogChange of(Span span) {
        return new CatalogChange(span, span);
    }

    public boolean isEmpty() {
        return keeping.isEmpty() && forgetting.isEmpty();
    }

    public CatalogChange and(CatalogChange other) {
        return new CatalogChange(keeping.and(other.keeping), forgetting.and(other.forgetting));
    }
}
