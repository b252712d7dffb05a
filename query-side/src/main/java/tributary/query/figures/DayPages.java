package tributary.query.figures;

import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Pages of 64 days each, made when first written to. Days of our times are found by index; days far off, which
/// cost nothing unless somebody sends them, by search.
final class DayPages<P> {
    static final int SHIFT = 6;
    static final int DAYS = 1 << SHIFT;

    /// Before and after every day there is, and far enough from the ends of a `long` to be reckoned with.
    static final long FIRST_DAY = -1L << 52;
    static final long LAST_DAY = 1L << 52;

    private static final long EARLIEST = -1L << 10;
    private static final long LATEST = 3L << 10;

    private final Supplier<P> blank;
    private final NavigableMap<Long, P> farOff = new TreeMap<>();
    private Object[] pages = {};
    private long first;

    DayPages(Supplier<P> blank) {
        this.blank = blank;
    }

    /// Where a day stands within its page.
    static int within(long day) {
        return (int) (day & DAYS - 1);
    }

    /// The page a day stands on, made if need be.
    P page(long day) {
        var number = day >> SHIFT;
        var index = number - first;
        if (index >= 0 && index < pages.length && pages[(int) index] != null) return at((int) index);
        return make(number);
    }

    /// The page a day stands on, or `null` if there is none.
    P find(long day) {
        var number = day >> SHIFT;
        if (number < EARLIEST || number >= LATEST) return farOff.get(number);
        var index = number - first;
        return index >= 0 && index < pages.length ? at((int) index) : null;
    }

    /// Gives the pages with days of a range, ascending.
    void each(long fromDay, long toDay, PageConsumer<P> out) {
        var from = Math.max(fromDay, FIRST_DAY) >> SHIFT;
        var to = Math.min(toDay, LAST_DAY) >> SHIFT;
        if (from > to) return;
        far(from, Math.min(to, EARLIEST - 1), out);
        var last = Math.min(to - first, pages.length - 1L);
        for (var index = Math.max(0, from - first); index <= last; index++)
            if (pages[(int) index] != null) out.page((first + index) << SHIFT, at((int) index));
        far(Math.max(from, LATEST), to, out);
    }

    private void far(long from, long to, PageConsumer<P> out) {
        if (farOff.isEmpty() || from > to) return;
        farOff.subMap(from, true, to, true).forEach((number, page) -> out.page(number << SHIFT, page));
    }

    private P make(long number) {
        if (number < EARLIEST || number >= LATEST) return farOff.computeIfAbsent(number, _ -> blank.get());
        reach(number);
        var index = (int) (number - first);
        if (pages[index] == null) pages[index] = blank.get();
        return at(index);
    }

    private void reach(long number) {
        if (pages.length == 0) {
            first = number;
            pages = new Object[1];
        } else if (number < first) {
            var more = new Object[(int) (first - number) + pages.length];
            System.arraycopy(pages, 0, more, (int) (first - number), pages.length);
            pages = more;
            first = number;
        } else if (number >= first + pages.length) {
            pages = Arrays.copyOf(pages, (int) (number - first) + 1);
        }
    }

    @SuppressWarnings("unchecked")
    private P at(int index) {
        return (P) pages[index];
    }

    interface PageConsumer<P> {
        void page(long firstDay, P page);
    }
}
