package tributary.query.journey;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.Still;
import tributary.events.AccountEvent.PipelineDefined;
import tributary.events.AccountEvent.Stage;

/// Which stages are closed-won at present, which is what judges all of history (D-13).
final class Pipelines {
    static final String DEFAULT = "default";

    private record Definition(Set<String> wonStages, Instant at) {}

    private final Map<String, Definition> definitions =
            new HashMap<>(Map.of(DEFAULT, new Definition(Set.of("closedwon"), Instant.MIN)));

    void define(PipelineDefined defined) {
        var won = defined.stages().stream().filter(Stage::won).map(Stage::id).collect(Collectors.toSet());
        definitions.merge(
                defined.pipeline().value(),
                new Definition(won, defined.at()),
                (old, now) -> now.at.isBefore(old.at) ? old : now);
    }

    Still still() {
        var kept = new TreeMap<>(definitions);
        return out -> {
            out.number(kept.size());
            kept.forEach((pipeline, definition) -> {
                out.text(pipeline);
                out.texts(new TreeSet<>(definition.wonStages));
                out.instant(definition.at);
            });
        };
    }

    void read(ColumnsIn in) {
        for (var left = in.integer(); left > 0; left--)
            definitions.put(in.text(), new Definition(Set.copyOf(in.texts()), in.instant()));
    }

    /// A stage that vanished is not won (D-41).
    boolean isWon(String pipeline, String stage) {
        return definitions
                .getOrDefault(pipeline, definitions.get(DEFAULT))
                .wonStages
                .contains(stage);
    }
}
