package tributary.query.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was said about one deal, in order of (`at`, recording).
final class DealHistory {
    /// @param properties as [PackedProperties] packs them
    private record Words(long at, String[] properties) {
        String get(String name) {
            return PackedProperties.get(properties, name);
        }
    }

    /// A contact came to the deal or left it.
    ///
    /// @param position of the fact
    record Tie(int deal, int contact, boolean begins, long at, long position) {}

    final int number;
    private final List<Words> said = new ArrayList<>(2);
    private final List<Tie> ties = new ArrayList<>(2);
    private long createdAt;
    private long standsSince = Long.MIN_VALUE;
    private boolean deleted;

    DealHistory(int number) {
        this.number = number;
    }

    void created(long at, String[] properties) {
        createdAt = at;
        say(at, properties);
    }

    long createdAt() {
        return createdAt;
    }

    /// In a change, an empty text clears.
    void say(long at, String[] properties) {
        var place = said.size();
        while (place > 0 && said.get(place - 1).at > at) place--;
        said.add(place, new Words(at, properties));
    }

    void stands(boolean nowDeleted, long at) {
        if (at < standsSince) return;
        deleted = nowDeleted;
        standsSince = at;
    }

    boolean deleted() {
        return deleted;
    }

    void tie(int contact, boolean begins, long at, long position) {
        ties.add(new Tie(number, contact, begins, at, position));
    }

    List<Tie> ties() {
        return ties;
    }

    /// The present value of a property: the last by `at`, then by recording (D-41).
    Optional<String> property(String name) {
        for (var words : said.reversed()) {
            var value = words.get(name);
            if (value != null) return Optional.of(value).filter(text -> !text.isEmpty());
        }
        return Optional.empty();
    }

    /// Takes entries into stages.
    @FunctionalInterface
    interface StageEntries {
        void entered(long at, String pipeline, String stage);
    }

    /// Tells each entry into a stage, with the pipeline the deal was in. Before its first word about a pipeline the
    /// deal was in that one too.
    void stages(StageEntries out) {
        var pipeline = firstPipeline();
        String stage = null;
        for (var words : said) {
            var nextPipeline = words.get("pipeline");
            var nextStage = words.get("dealstage");
            if (nextPipeline == null && nextStage == null) continue;
            if (nextPipeline != null && !nextPipeline.isEmpty()) pipeline = nextPipeline;
            if (nextStage != null) stage = nextStage;
            if (stage != null && !stage.isEmpty()) out.entered(words.at, pipeline, stage);
        }
    }

    private String firstPipeline() {
        return said.stream()
                .map(words -> words.get("pipeline"))
                .filter(pipeline -> pipeline != null && !pipeline.isEmpty())
                .findFirst()
                .orElse(Pipelines.DEFAULT);
    }
}
