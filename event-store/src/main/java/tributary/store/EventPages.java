package tributary.store;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Rows in order, read page by page, so that a slow reader holds neither a session nor an old state of the file.
/// Ends where the store ends when a page is asked for.
final class EventPages implements Iterator<EventRow> {
    private static final int PAGE = 128;

    private final Transactions transactions;
    private final long upTo;
    private long last;
    private List<EventRow> page = List.of();
    private int next;

    EventPages(Transactions transactions, long after, long upTo) {
        this.transactions = transactions;
        this.last = after;
        this.upTo = upTo;
    }

    static Stream<EventRow> after(Transactions transactions, long position) {
        var rows = new EventPages(transactions, position, Long.MAX_VALUE);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    @Override
    public boolean hasNext() {
        if (next < page.size()) return true;
        page = page();
        return !page.isEmpty();
    }

    /// The next rows, none at the end.
    List<EventRow> page() {
        if (last >= upTo) return List.of();
        var rows = transactions.read(session -> EventTable.page(session, last, upTo, PAGE));
        next = 0;
        if (!rows.isEmpty()) last = rows.getLast().position();
        return rows;
    }

    @Override
    public EventRow next() {
        if (!hasNext()) throw new NoSuchElementException();
        return page.get(next++);
    }
}
