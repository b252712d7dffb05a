package tributary.query.mongo;

import java.util.List;
import java.util.OptionalLong;
import tributary.query.directory.DealEntry;

/// A won deal: what it is worth, and the campaigns that count it. One that is won no more has no close date.
///
/// @param won empty if it is won no more
record DealPiece(DealEntry entry, List<Won> won, List<ClosedBy> closedBy) implements Piece {
    /// @param eligibleMinor what attribution is about, in minor units
    record Won(long at, long closeDay, OptionalLong eligibleMinor) {}

    /// @param contacts ids of those through whom the campaign counts it
    record ClosedBy(String campaign, List<String> contacts) {}

    @Override
    public String collection() {
        return ReadModels.DEALS;
    }

    @Override
    public void identify(DocumentWriter out) {
        out.text(Field.DEAL, entry.id());
    }

    @Override
    public void tell(DocumentWriter out, Stamp stamp) {
        for (var each : won) {
            out.day(Field.CLOSE_DATE, each.closeDay()).instant(Field.WON_AT, each.at());
            each.eligibleMinor().ifPresent(minor -> out.money(Field.ELIGIBLE_AMOUNT, minor, stamp.currency()));
        }
        entry.amountMinor().ifPresent(minor -> out.money(Field.AMOUNT, minor, stamp.currency()));
        out.text(Field.NAME, entry.name())
                .text(Field.PIPELINE, entry.pipeline())
                .text(Field.STAGE, entry.stage());
        out.document(Field.SENT);
        entry.amount().ifPresent(amount -> out.decimal(Field.AMOUNT, amount));
        out.text(Field.CURRENCY, entry.currency())
                .text(Field.CLOSE_DATE, entry.closeDate())
                .endDocument()
                .text(Field.PROBLEM, entry.problem())
                .instant(Field.CREATED_AT, entry.createdAt())
                .array(Field.CLOSED_BY);
        for (var each : closedBy)
            out.document()
                    .text(Field.CAMPAIGN, each.campaign())
                    .texts(Field.INFLUENCED_BY, each.contacts())
                    .endDocument();
        out.endArray();
    }
}
