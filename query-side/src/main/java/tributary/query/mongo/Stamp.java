package tributary.query.mongo;

import java.util.List;
import org.bson.RawBsonDocument;

/// What all documents of a publication say of themselves.
///
/// @param publication its number
/// @param models names of the credit models, in the order of their numbers
/// @param position up to which all facts are included
record Stamp(long publication, String account, String ruleSet, String currency, List<String> models, long position) {
    Stamp at(long otherPosition) {
        return new Stamp(publication, account, ruleSet, currency, models, otherPosition);
    }

    RawBsonDocument document(Piece piece) {
        var out = new DocumentWriter().begin();
        out.document(Field.ID).number(Field.PUBLICATION, publication);
        piece.identify(out);
        out.endDocument()
                .text(Field.ACCOUNT, account)
                .text(Field.RULE_SET, ruleSet)
                .number(Field.POSITION, position)
                .text(Field.CURRENCY, currency);
        piece.tell(out, this);
        return out.end();
    }
}
