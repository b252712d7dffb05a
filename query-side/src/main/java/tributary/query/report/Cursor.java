package tributary.query.report;

import java.util.Comparator;
import tributary.events.Refusal;

/// A place in a list that is ordered by a number, then by an id: where the next page goes on, whatever was added or
/// taken away meanwhile.
///
/// @param order microseconds or days since 1970
record Cursor(long order, String id) implements Comparable<Cursor> {
    private static final Comparator<Cursor> ORDER =
            Comparator.comparingLong(Cursor::order).thenComparing(Cursor::id);
    private static final char SEPARATOR = '~';

    /// Reads what [#toString] wrote.
    static Cursor of(String text) {
        var separator = text.indexOf(SEPARATOR);
        try {
            if (separator > 0)
                return new Cursor(Long.parseLong(text.substring(0, separator)), text.substring(separator + 1));
        } catch (NumberFormatException _) {
            // refused below, like a text without separator
        }
        throw new Refusal.Invalid(
                "invalid-after",
                "There is no such place in the list",
                "after is \"" + Shown.of(text)
                        + "\"; the value of paging.next.after of the page before would be accepted");
    }

    @Override
    public int compareTo(Cursor other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return order + String.valueOf(SEPARATOR) + id;
    }
}
