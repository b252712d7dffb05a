package tributary.attribution.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Holdings of one kind of subject that are kept current, and what changes in them. Only subjects that were touched
/// are looked at again.
final class LiveHoldings {
    private final IntFunction<List<HeldInterval>> fold;
    private final TreeSet<Integer> touched = new TreeSet<>();
    private final Map<Integer, CatalogChange> changes = new HashMap<>();
    private Holdings present = Holdings.NONE;

    /// @param fold tells the intervals of a subject as they are now, in order
    LiveHoldings(IntFunction<List<HeldInterval>> fold) {
        this.fold = fold;
    }

    void touch(int subject) {
        touched.add(subject);
    }

    Holdings present() {
        if (touched.isEmpty()) return present;
        var changed = new TreeMap<Integer, List<HeldInterval>>();
        for (var subject : touched) {
            var before = present.of(subject);
            var now = fold.apply(subject);
            if (before.equals(now)) continue;
            changed.put(subject, now);
            changes.merge(subject, difference(before, now), CatalogChange::and);
        }
        touched.clear();
        present = present.with(changed);
        return present;
    }

    private static CatalogChange difference(List<HeldInterval> before, List<HeldInterval> now) {
        return new CatalogChange(span(before, now), span(stillHeld(before), stillHeld(now)));
    }

    private static List<HeldInterval> stillHeld(List<HeldInterval> intervals) {
        return intervals.stream().filter(HeldInterval::isOpen).toList();
    }

    /// From the first instant to the last at which not the same campaigns hold the subject.
    private static Span span(List<HeldInterval> before, List<HeldInterval> now) {
        var instants = Stream.concat(before.stream(), now.stream())
                .flatMapToLong(interval -> LongStream.of(interval.since(), interval.until()))
                .sorted()
                .distinct()
                .toArray();
        var span = Span.NONE;
        for (var i = 0; i + 1 < instants.length; i++) {
            if (!isSame(before, now, instants[i])) span = span.and(new Span(instants[i], instants[i + 1]));
        }
        return span;
    }

    private static boolean isSame(List<HeldInterval> before, List<HeldInterval> now, long at) {
        return isWithin(before, now, at) && isWithin(now, before, at);
    }

    private static boolean isWithin(List<HeldInterval> some, List<HeldInterval> others, long at) {
        return some.stream()
                .filter(interval -> interval.covers(at))
                .allMatch(interval ->
                        others.stream().anyMatch(other -> other.covers(at) && other.isSameHolder(interval)));
    }

    /// What has changed since this was last asked.
    Map<Integer, CatalogChange> takeChanges() {
        var taken = Map.copyOf(changes);
        changes.clear();
        return taken;
    }
}
