package tributary.query.mongo;

import java.util.List;
import java.util.Map;
import tributary.query.directory.AssociatedAsset;
import tributary.query.directory.CampaignEntry;
import tributary.query.directory.MoneyItem;

/// A campaign as it stands, with the assets it has or had.
record CampaignPiece(CampaignEntry entry, List<AssociatedAsset> assets) implements Piece {
    @Override
    public String collection() {
        return ReadModels.CAMPAIGNS;
    }

    @Override
    public void identify(DocumentWriter out) {
        out.text(Field.CAMPAIGN, entry.id());
    }

    @Override
    public void tell(DocumentWriter out, Stamp stamp) {
        out.text(Field.NAME, entry.name())
                .flag(Field.DELETED, entry.deleted())
                .instant(Field.CREATED_AT, entry.createdAt())
                .instant(Field.UPDATED_AT, entry.updatedAt());
        pairs(out, Field.PROPERTIES, entry.properties());
        pairs(out, Field.GOALS, entry.goals());
        items(out, Field.BUDGET, entry.budget());
        items(out, Field.SPEND, entry.spend());
        out.array(Field.ASSETS);
        assets.forEach(held -> tell(out, held));
        out.endArray();
    }

    /// Names are of the account's making, and not every text can be the name of a field.
    private static void pairs(DocumentWriter out, String name, Map<String, String> values) {
        out.array(name);
        values.forEach((key, value) ->
                out.document().text(Field.NAME, key).text(Field.VALUE, value).endDocument());
        out.endArray();
    }

    private static void items(DocumentWriter out, String name, List<MoneyItem> items) {
        out.array(name);
        for (var item : items) {
            out.document().text(Field.ITEM, item.id()).text(Field.NAME, item.name());
            if (item.amount() != null) out.decimal(Field.AMOUNT, item.amount());
            if (item.order() != null) out.number(Field.ORDER, item.order());
            out.text(Field.DESCRIPTION, item.description()).endDocument();
        }
        out.endArray();
    }

    private static void tell(DocumentWriter out, AssociatedAsset held) {
        out.document()
                .text(Field.TYPE, held.asset().type().name())
                .text(Field.ITEM, held.asset().id())
                .text(Field.NAME, held.asset().name())
                .text(Field.URL, held.asset().url())
                .instant(Field.ASSOCIATED_AT, held.associatedAt());
        held.removedAt().ifPresent(at -> out.instant(Field.REMOVED_AT, at));
        out.endDocument();
    }
}
