package tributary.query.report;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Function;

/// Chooses the entries of a page out of many that come in any order: no more are kept than the page shows, and one to
/// know that more follow.
final class Chosen<T> {
    private final Page page;
    private final Function<T, Cursor> place;
    private final Comparator<T> order;
    private final PriorityQueue<T> lastFirst;

    Chosen(Page page, Function<T, Cursor> place) {
        this.page = page;
        this.place = place;
        this.order = Comparator.comparing(place);
        this.lastFirst = new PriorityQueue<>(order.reversed());
    }

    /// Whether an entry of this order may belong to the page; if not, it need not even be made.
    boolean mayTake(long at) {
        if (page.after() != null && at < page.after().order()) return false;
        return lastFirst.size() <= page.limit()
                || at <= place.apply(lastFirst.peek()).order();
    }

    void take(T entry) {
        if (page.after() != null && place.apply(entry).compareTo(page.after()) <= 0) return;
        lastFirst.add(entry);
        if (lastFirst.size() > page.limit() + 1) lastFirst.remove();
    }

    Page.Cut<T> cut() {
        return page.begin(lastFirst.stream().sorted(order).toList(), place);
    }
}
