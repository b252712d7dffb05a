package tributary.attribution.twin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Who was associated with one deal when (DEAL-3, D-40, D-42).
final class Associations {
    private final List<Line> lines;
    private final String deal;
    private final People people;
    private final List<Deals.Held> held = new ArrayList<>();
    private final Map<String, Instant> running = new HashMap<>();

    Associations(List<Line> lines, String deal, People people) {
        this.lines = lines;
        this.deal = deal;
        this.people = people;
        IntStream.range(0, lines.size())
                .boxed()
                .sorted(java.util.Comparator.comparing(
                        number -> lines.get(number).at()))
                .forEach(this::read);
        running.forEach((contact, from) -> held.add(new Deals.Held(people.survivor(contact), from, null)));
    }

    private void read(int number) {
        switch (lines.get(number)) {
            case Line.DealCreate it
            when it.deal().equals(deal) -> it.contacts().forEach(contact -> begin(meant(contact, number), it.at()));
            case Line.DealAssociate it when it.deal().equals(deal) -> begin(meant(it.contact(), number), it.at());
            case Line.DealDissociate it
            when dealMeant(number).equals(it.deal()) -> ended(it, number).forEach(contact -> end(contact, it.at()));
            default -> {}
        }
    }

    private void begin(String contact, Instant at) {
        running.putIfAbsent(contact, at);
    }

    private void end(String contact, Instant at) {
        var from = running.remove(contact);
        if (from != null) held.add(new Deals.Held(people.survivor(contact), from, at));
    }

    /// The contact that a line recorded then means (D-5).
    private String meant(String contact, int number) {
        var meant = contact;
        for (var line : lines.subList(0, number))
            if (line instanceof Line.ContactMerge it && it.merged().equals(meant)) meant = it.primary();
        return meant;
    }

    /// This deal, or the one it had been merged into by then.
    private String dealMeant(int number) {
        var meant = deal;
        for (var line : lines.subList(0, number))
            if (line instanceof Line.DealMerge it && it.merged().equals(meant)) meant = it.primary();
        return meant;
    }

    /// D-42: a dissociation recorded after a contact merge ends the associations of both.
    private Set<String> ended(Line.DealDissociate line, int number) {
        var ended = new TreeSet<>(Set.of(meant(line.contact(), number)));
        for (var each : lines.subList(0, number).reversed())
            if (each instanceof Line.ContactMerge it && ended.contains(meant(it.primary(), number)))
                ended.add(it.merged());
        return ended;
    }

    List<Deals.Held> held() {
        return held;
    }
}
