package tributary.query.journey;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /// A stage that vanished is not won (D-41).
    boolean isWon(String pipeline, String stage) {
        return definitions
                .getOrDefault(pipeline, definitions.get(DEFAULT))
                .wonStages
                .contains(stage);
    }
}
