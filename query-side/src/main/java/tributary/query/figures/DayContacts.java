package tributary.query.figures;

import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/// Which contacts count on which day, as often as they do; asked for the distinct ones of a range.
final class DayContacts {
    private final DayPages<ContactBag[]> pages = new DayPages<>(() -> new ContactBag[DayPages.DAYS]);

    /// Adds (`sign` 1) or takes away (-1) one count of a contact.
    void put(long day, int contact, int sign) {
        var page = pages.page(day);
        var within = DayPages.within(day);
        if (page[within] == null) page[within] = new ContactBag();
        if (sign > 0) page[within].add(contact);
        else page[within].remove(contact);
    }

    void addAll(DayContacts others) {
        others.pages.each(DayPages.FIRST_DAY, DayPages.LAST_DAY, (firstDay, page) -> {
            for (var day = 0; day < DayPages.DAYS; day++) {
                var bag = page[day];
                for (var i = 0; bag != null && i < bag.size(); i++) put(firstDay + day, bag.get(i), 1);
            }
        });
    }

    /// Gives the days on which a contact counts, ascending.
    void eachDay(LongConsumer out) {
        pages.each(DayPages.FIRST_DAY, DayPages.LAST_DAY, (firstDay, page) -> {
            for (var day = 0; day < DayPages.DAYS; day++)
                if (page[day] != null && page[day].size() > 0) out.accept(firstDay + day);
        });
    }

    /// The contacts of a day, each once, ascending.
    int[] on(long day) {
        var page = pages.find(day);
        var bag = page == null ? null : page[DayPages.within(day)];
        if (bag == null) return new int[0];
        return IntStream.range(0, bag.size()).map(bag::get).sorted().distinct().toArray();
    }

    /// Adds the contacts of a range to a set.
    void collect(long fromDay, long toDay, ContactSet into) {
        pages.each(fromDay, toDay, (firstDay, page) -> {
            var from = (int) (Math.max(fromDay, firstDay) - firstDay);
            var to = (int) (Math.min(toDay, firstDay + DayPages.DAYS - 1) - firstDay);
            for (var day = from; day <= to; day++) {
                var bag = page[day];
                for (var i = 0; bag != null && i < bag.size(); i++) into.add(bag.get(i));
            }
        });
    }
}
