package tributary.query.mongo;

/// A document to be published, copied out of figures: it can be written when those hold still no more.
interface Piece {
    String collection();

    /// Writes what names it within its publication.
    void identify(DocumentWriter out);

    /// Writes what it holds beside the fields that all have.
    void tell(DocumentWriter out, Stamp stamp);
}
