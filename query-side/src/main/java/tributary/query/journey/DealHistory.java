package tributary.query.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.ColumnsOut;

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

    /// What was said so far.
    DealHistory copy() {
        var copy = new DealHistory(number);
        copy.said.addAll(said);
        copy.ties.addAll(ties);
        copy.createdAt = createdAt;
        copy.standsSince = standsSince;
        copy.deleted = deleted;
        return copy;
    }

    void eachText(Consumer<String> out) {
        for (var words : said) for (var text : words.properties) out.accept(text);
    }

    /// @param texts gives texts numbers
    void write(ColumnsOut out, ToIntFunction<String> texts) {
        out.number(createdAt);
        out.number(standsSince);
        out.flag(deleted);
        out.number(said.size());
        for (var words : said) {
            out.number(words.at);
            out.number(words.properties.length);
            for (var text : words.properties) out.number(texts.applyAsInt(text));
        }
        out.number(ties.size());
        for (var tie : ties) {
            out.number(tie.contact);
            out.flag(tie.begins);
            out.number(tie.at);
            out.number(tie.position);
        }
    }

    /// @param texts by their numbers
    void read(ColumnsIn in, List<String> texts) {
        createdAt = in.number();
        standsSince = in.number();
        deleted = in.flag();
        for (var left = in.integer(); left > 0; left--) {
            var at = in.number();
            var properties = new String[in.integer()];
            for (var place = 0; place < properties.length; place++) properties[place] = texts.get(in.integer());
            said.add(new Words(at, properties));
        }
        for (var left = in.integer(); left > 0; left--) tie(in.integer(), in.flag(), in.number(), in.number());
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
