package tributary.attribution.twin;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// The path of a won deal: the pooled interactions of its contacts before the win, in order, with its milestones
/// (docs/rules.md, D-46). A milestone is a place in the path, or -1.
record Path(List<Act> acts, Instant wonAt, int lead, int deal) {
    /// @param contacts those at the win
    static Path of(List<Act> credited, People people, Set<String> contacts, Instant createdAt, Instant wonAt) {
        var acts = credited.stream()
                .filter(act -> act.at().isBefore(wonAt)) // ATT-5
                .filter(act -> contacts.contains(String.valueOf(people.actor(act))))
                .sorted(Act.ORDER)
                .toList();
        return new Path(
                acts,
                wonAt,
                lead(acts, people, contacts),
                last(acts, act -> act.at().isBefore(createdAt)));
    }

    /// D-46: of the contact created first the last act before it was; the creating act wins over others of its
    /// instant.
    private static int lead(List<Act> acts, People people, Set<String> contacts) {
        var creations = new TreeMap<String, Beginning>(); // by id, so that the smaller id comes first
        for (var contact : contacts) creations.put(contact, people.creation(contact));
        var oldest = creations.entrySet().stream().min((a, b) -> Beginning.compareWays(a.getValue(), b.getValue()));
        if (oldest.isEmpty()) return -1;
        var creation = oldest.get().getValue();
        var creating = acts.indexOf(creation.act());
        if (creating >= 0) return creating;
        return last(
                acts,
                act -> !act.at().isAfter(creation.at())
                        && oldest.get().getKey().equals(people.actor(act))); // DEC-7: the same instant is before
    }

    private static int last(List<Act> acts, java.util.function.Predicate<Act> which) {
        for (var place = acts.size() - 1; place >= 0; place--) if (which.test(acts.get(place))) return place;
        return -1;
    }

    int first() {
        return 0;
    }

    int close() {
        return acts.size() - 1;
    }
}
