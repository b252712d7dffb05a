package tributary.query.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tributary.attribution.journey.Deal;
import tributary.query.journey.DealHistory.Tie;

/// From when until when contacts were associated with a deal: `[from, to)` (D-40). What is taken off once contacts or
/// deals were merged is taken off all of them (D-42).
final class DealTies {
    private static final Comparator<Tie> IN_TIME =
            Comparator.comparingLong(Tie::at).thenComparingLong(Tie::position);

    /// A contact of a deal, both as they were named.
    private record Key(int deal, int contact) {}

    private record Interval(int contact, long from, long to) {}

    private final Aliases deals;
    private final Aliases contacts;
    private final Map<Key, Long> open = new LinkedHashMap<>();
    private final List<Interval> intervals = new ArrayList<>();

    DealTies(Aliases deals, Aliases contacts) {
        this.deals = deals;
        this.contacts = contacts;
    }

    /// @param ties of the deal and of those merged into it, in order of recording
    static DealTies of(List<Tie> ties, Aliases deals, Aliases contacts) {
        var told = new DealTies(deals, contacts);
        ties.stream().sorted(IN_TIME).forEach(told::tell);
        told.open.forEach((key, since) -> told.close(key, since, Deal.OPEN));
        told.intervals.sort(Comparator.comparingInt(Interval::contact)
                .thenComparingLong(Interval::from)
                .thenComparingLong(Interval::to));
        return told;
    }

    private void tell(Tie tie) {
        if (tie.begins()) open.putIfAbsent(new Key(tie.deal(), tie.contact()), tie.at());
        else
            open.entrySet().removeIf(held -> {
                if (!isMeant(held.getKey(), tie)) return false;
                close(held.getKey(), held.getValue(), tie.at());
                return true;
            });
    }

    private boolean isMeant(Key held, Tie tie) {
        return isSame(deals, held.deal, tie.deal(), tie.position())
                && isSame(contacts, held.contact, tie.contact(), tie.position());
    }

    private static boolean isSame(Aliases aliases, int a, int b, long position) {
        return a == b || aliases.survivorBefore(a, position) == aliases.survivorBefore(b, position);
    }

    private void close(Key key, long since, long until) {
        if (since < until) intervals.add(new Interval(contacts.survivor(key.contact), since, until));
    }

    int[] contacts() {
        return intervals.stream().mapToInt(Interval::contact).toArray();
    }

    long[] from() {
        return intervals.stream().mapToLong(Interval::from).toArray();
    }

    long[] to() {
        return intervals.stream().mapToLong(Interval::to).toArray();
    }
}
