package tributary.attribution.twin;

import java.util.ArrayList;
import java.util.List;
import tributary.attribution.Doubt;
import tributary.attribution.Kind;
import tributary.attribution.SessionOrigin;
import tributary.attribution.journey.Strand;
import tributary.attribution.journey.Touches;

/// The packed touches of one browser, or of one contact (as named) without any, with the browser's owners.
///
/// @param acts in order, one for each row
/// @param since ascending, one for each of `owners`
record Run(int number, String visitor, List<Act> acts, Touches touches, List<Long> since, List<Integer> owners) {
    static Run of(int number, String visitor, List<Act> acts, FoldedCatalog catalog, Numbers contacts) {
        var touches = new Touches(acts.size());
        for (var row = 0; row < acts.size(); row++) set(touches, row, acts.get(row), catalog, contacts);
        return new Run(number, visitor, acts, touches, new ArrayList<>(), new ArrayList<>());
    }

    private static void set(Touches touches, int row, Act act, FoldedCatalog catalog, Numbers contacts) {
        var line = act.line();
        var byUrl = catalog.byUrl(line.url());
        var view = act.is("PAGE_VIEW");
        var asset = line.asset() == null && view && line.page() == null ? byUrl : catalog.asset(line.asset());
        var page = line.page() == null && !view ? byUrl : catalog.asset(line.page());
        touches.set(
                row,
                Micros.of(act.at()),
                Kind.valueOf(act.kind()),
                line.bot() == null ? Doubt.NONE : Doubt.valueOf(line.bot()),
                line.origin() == null ? SessionOrigin.NONE : SessionOrigin.valueOf(line.origin()),
                line.contact() == null && line.email() != null,
                asset,
                page,
                catalog.arrival(line),
                act.named() == null ? Touches.NONE : contacts.of(act.named()),
                act.number() / Numbers.LINES,
                act.number() % Numbers.LINES);
    }

    /// From this instant on the browser is the contact's; of several at one instant the last told holds (D-3).
    void owned(long at, int contact) {
        if (!since.isEmpty() && since.getLast() == at) {
            owners.removeLast();
            since.removeLast();
        }
        since.add(at);
        owners.add(contact);
    }

    void point(Strand strand) {
        strand.set(
                touches,
                0,
                acts.size(),
                number,
                visitor != null,
                since.stream().mapToLong(Long::longValue).toArray(),
                owners.stream().mapToInt(Integer::intValue).toArray(),
                owners.size());
    }
}
