package tributary.query.mongo;

import java.util.List;
import tributary.query.figures.DayCopy;
import tributary.query.figures.Figures;
import tributary.query.figures.Metric;

/// What a campaign, or the account, counts on one day.
///
/// @param campaign id, or `null`
/// @param revenueContacts ids
record DayPiece(String campaign, DayCopy day, List<String> revenueContacts) implements Piece {
    @Override
    public String collection() {
        return ReadModels.DAYS;
    }

    @Override
    public void identify(DocumentWriter out) {
        out.textOrNull(Field.CAMPAIGN, campaign).day(Field.DAY, day.day());
    }

    @Override
    public void tell(DocumentWriter out, Stamp stamp) {
        for (var metric : Metric.values()) {
            switch (metric) {
                case REVENUE_CONTACTS -> out.number(metric.word(), revenueContacts.size());
                case ATTRIBUTED_REVENUE -> attributed(out, stamp);
                case REVENUE -> {} // attributed revenue under LINEAR by another name
                case INFLUENCED_REVENUE -> out.money(metric.word(), day.value(metric), stamp.currency());
                default -> out.number(metric.word(), day.value(metric));
            }
        }
        if (day.campaign() == Figures.ACCOUNT) out.money(Field.ATTRIBUTABLE, day.attributable(), stamp.currency());
        if (!revenueContacts.isEmpty()) out.texts(Field.REVENUE_CONTACT_IDS, revenueContacts);
    }

    private void attributed(DocumentWriter out, Stamp stamp) {
        out.document(Metric.ATTRIBUTED_REVENUE.word());
        for (var model = 0; model < stamp.models().size(); model++)
            if (day.attributed(model) != 0)
                out.money(stamp.models().get(model), day.attributed(model), stamp.currency());
        out.endDocument();
    }
}
