package tributary.query.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tributary.events.Refusal;

/// Which part of a list is asked for.
///
/// @param limit most entries
/// @param after the last entry of the page before, or `null` for the first page
record Page(int limit, Cursor after) {
    static final int LARGEST = 1000;
    private static final int USUAL = 100;

    /// @param limit as asked, or `null`
    /// @param after as asked, or `null`
    static Page of(String limit, String after) {
        return new Page(limit == null ? USUAL : size(limit), after == null ? null : Cursor.of(after));
    }

    private static int size(String text) {
        try {
            var size = Integer.parseInt(text);
            if (size >= 1 && size <= LARGEST) return size;
        } catch (NumberFormatException _) {
            // refused below, like a number out of bounds
        }
        throw new Refusal.Invalid(
                "invalid-limit",
                "It is not a possible size of a page",
                "limit is \"" + Shown.of(text) + "\"; 1 to " + LARGEST + " would be accepted");
    }

    /// A page of a list.
    ///
    /// @param next where the next page begins, or `null` on the last page
    record Cut<T>(List<T> results, Cursor next) {
        /// Writes the results, each in the form it is told in, and, except on the last page, `paging`.
        void into(Fields answer, String name, Function<T, ?> told) {
            answer.put(name, results.stream().map(told).toList());
            if (next != null) answer.put("paging", Map.of("next", Map.of("after", next.toString())));
        }
    }

    /// Cuts this page out of all entries, in the order of their places.
    <T> Cut<T> cut(Stream<T> entries, Function<T, Cursor> place) {
        var chosen = new Chosen<>(this, place);
        entries.forEach(chosen::take);
        return chosen.cut();
    }

    /// Cuts this page out of entries that are in order of time already, but within an instant in another order than
    /// that of their places: acts by what they are (D-10), wherever they were recorded.
    <T> Cut<T> cutInOrder(List<T> entries, Function<T, Cursor> place) {
        return begin(entries.subList(first(entries.stream().map(place).toList()), entries.size()), place);
    }

    /// Index behind the last entry of the page before or, where that is gone, of the first later entry.
    private int first(List<Cursor> places) {
        if (after == null) return 0;
        var last = places.indexOf(after);
        if (last >= 0) return last + 1;
        return (int) places.stream()
                .takeWhile(place -> place.order() <= after.order())
                .count();
    }

    /// @param rest from the first entry of this page on, one more than it shows at least, if there are so many
    <T> Cut<T> begin(List<T> rest, Function<T, Cursor> place) {
        if (rest.size() <= limit) return new Cut<>(rest, null);
        return new Cut<>(rest.subList(0, limit), place.apply(rest.get(limit - 1)));
    }
}
