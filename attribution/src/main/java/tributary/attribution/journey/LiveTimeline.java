package tributary.attribution.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.Still;

/// A timeline that words are added to, in whatever order they arrive, and what they change.
final class LiveTimeline {
    private static final int UNSAID = Integer.MIN_VALUE;

    private final Map<Integer, List<Timeline.Word>> words = new HashMap<>();
    private final TreeSet<Integer> touched = new TreeSet<>();
    private final Map<Integer, CatalogChange> changes = new HashMap<>();
    private Timeline present = Timeline.SILENT;

    void say(int subject, int value, long at, long order) {
        var said = words.computeIfAbsent(subject, _ -> new ArrayList<>());
        var word = new Timeline.Word(value, at, order);
        var place = said.size();
        while (place > 0 && word.isBefore(said.get(place - 1))) place--;
        said.add(place, word);
        touched.add(subject);
    }

    Timeline present() {
        if (touched.isEmpty()) return present;
        var changed = new TreeMap<Integer, List<Timeline.Word>>();
        for (var subject : touched) changed.put(subject, words.get(subject));
        var before = present;
        present = before.with(changed);
        for (var subject : touched) {
            var span = difference(subject, before, present);
            if (!span.isEmpty()) changes.merge(subject, CatalogChange.of(span), CatalogChange::and);
        }
        touched.clear();
        return present;
    }

    /// When a subject had another value than it has now; values change with words only, and words are never lost.
    private Span difference(int subject, Timeline before, Timeline now) {
        var span = Span.NONE;
        var from = Long.MIN_VALUE;
        for (var word : words.get(subject)) {
            if (word.at() > from) span = span.and(ifDifferent(subject, from, word.at(), before, now));
            from = word.at();
        }
        return span.and(ifDifferent(subject, from, Long.MAX_VALUE, before, now));
    }

    private static Span ifDifferent(int subject, long from, long until, Timeline before, Timeline now) {
        return before.at(subject, from, UNSAID) == now.at(subject, from, UNSAID) ? Span.NONE : new Span(from, until);
    }

    Still still() {
        var count = words.values().stream().mapToInt(List::size).sum();
        var subjects = new int[count];
        var values = new int[count];
        var at = new long[count];
        var order = new long[count];
        var row = 0;
        for (var said : words.entrySet()) {
            for (var word : said.getValue()) {
                subjects[row] = said.getKey();
                values[row] = word.value();
                at[row] = word.at();
                order[row++] = word.order();
            }
        }
        return out -> {
            out.ints(subjects, count);
            out.ints(values, count);
            out.longs(at, count);
            out.longs(order, count);
        };
    }

    void read(ColumnsIn in) {
        var subjects = in.ints();
        var values = in.ints();
        var at = in.longs();
        var order = in.longs();
        for (var row = 0; row < subjects.length; row++) say(subjects[row], values[row], at[row], order[row]);
    }

    /// What has changed since this was last asked.
    Map<Integer, CatalogChange> takeChanges() {
        var taken = Map.copyOf(changes);
        changes.clear();
        return taken;
    }
}
