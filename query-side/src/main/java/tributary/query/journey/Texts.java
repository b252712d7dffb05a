package tributary.query.journey;

import java.util.Comparator;
import tributary.attribution.journey.Ties;
import tributary.attribution.journey.Touches;
import tributary.events.Asset;
import tributary.events.Interaction;
import tributary.store.Facts;

/// Compares acts by the texts in their facts, where packed touches say nothing more (D-10).
final class Texts implements Ties {
    private static final Comparator<String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Asset> ASSET =
            Comparator.nullsFirst(Comparator.comparing(Asset::type).thenComparing(Asset::id));
    private static final Comparator<Interaction> BEHIND_THE_PAGE = Comparator.comparing(Interaction::url, TEXT)
            .thenComparing(Interaction::visitor, TEXT)
            .thenComparing(act -> act.contact() == null ? null : act.contact().value(), TEXT)
            .thenComparing(Interaction::line, TEXT);

    /// The whole order of acts of one instant (D-10).
    static final Comparator<Interaction> WITHIN_AN_INSTANT = Comparator.comparing(Interaction::kind)
            .thenComparing(Interaction::asset, ASSET)
            .thenComparing(Interaction::page, ASSET)
            .thenComparing(BEHIND_THE_PAGE);

    private final Facts facts;

    Texts(Facts facts) {
        this.facts = facts;
    }

    @Override
    public int compare(Touches a, int rowA, Touches b, int rowB) {
        if (a.position(rowA) == b.position(rowB) && a.line(rowA) == b.line(rowB)) return 0;
        return BEHIND_THE_PAGE.compare(act(a.position(rowA), a.line(rowA)), act(b.position(rowB), b.line(rowB)));
    }

    Interaction act(long position, int line) {
        return facts.interaction(position, line);
    }
}
