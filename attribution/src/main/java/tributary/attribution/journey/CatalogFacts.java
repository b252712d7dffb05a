package tributary.attribution.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.ColumnsOut;
import tributary.attribution.columns.Still;
import tributary.attribution.columns.UnreadableColumnsException;

/// Facts about who has what, to be written in the order of recording: told again in this order they give the same
/// numbers to UTM values and keywords.
final class CatalogFacts implements Still {
    private static final int CREATED = 0;
    private static final int UTM_CHANGED = 1;
    private static final int DELETED = 2;
    private static final int ASSOCIATED = 3;
    private static final int DISSOCIATED = 4;

    private final List<CatalogFact> facts = new ArrayList<>();

    void add(CatalogFact fact) {
        facts.add(fact);
    }

    @Override
    public void write(ColumnsOut out) {
        facts.sort(Comparator.comparingLong(CatalogFact::order));
        out.number(facts.size());
        for (var fact : facts) {
            switch (fact) {
                case CatalogFact.Created created -> write(CREATED, created.campaign(), out);
                case CatalogFact.UtmChanged changed -> {
                    write(UTM_CHANGED, changed.campaign(), out);
                    out.text(changed.utm());
                }
                case CatalogFact.Deleted deleted -> write(DELETED, deleted.campaign(), out);
                case CatalogFact.Associated added -> {
                    write(ASSOCIATED, added.campaign(), out);
                    out.number(added.asset());
                }
                case CatalogFact.Dissociated taken -> {
                    write(DISSOCIATED, taken.campaign(), out);
                    out.number(taken.asset());
                }
            }
            out.number(fact.at());
            out.number(fact.order());
        }
    }

    private static void write(int kind, int campaign, ColumnsOut out) {
        out.number(kind);
        out.number(campaign);
    }

    static List<CatalogFact> read(ColumnsIn in) {
        var facts = new ArrayList<CatalogFact>();
        for (var left = in.integer(); left > 0; left--) {
            var kind = in.integer();
            var campaign = in.integer();
            facts.add(
                    switch (kind) {
                        case CREATED -> new CatalogFact.Created(campaign, in.number(), in.number());
                        case UTM_CHANGED -> new CatalogFact.UtmChanged(campaign, in.text(), in.number(), in.number());
                        case DELETED -> new CatalogFact.Deleted(campaign, in.number(), in.number());
                        case ASSOCIATED -> new CatalogFact.Associated(campaign, in.integer(), in.number(), in.number());
                        case DISSOCIATED ->
                            new CatalogFact.Dissociated(campaign, in.integer(), in.number(), in.number());
                        default -> throw new UnreadableColumnsException("no fact is of kind " + kind);
                    });
        }
        return facts;
    }
}
