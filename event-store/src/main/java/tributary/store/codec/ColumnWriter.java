package tributary.store.codec;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import tributary.events.Interaction;

/// Writes one component of all interactions: each different value once, then for each interaction which it is.
final class ColumnWriter {
    private final Dictionary met;
    private final Bytes lengths;
    private final Bytes texts;
    private final Bytes references;

    /// @param count of interactions
    ColumnWriter(int count) {
        met = new Dictionary(count);
        lengths = new Bytes(2 * count);
        texts = new Bytes(16 * count);
        references = new Bytes(2 * count);
    }

    <T> void write(
            List<Interaction> interactions, Function<Interaction, T> component, Function<T, String> text, Bytes out) {
        for (var interaction : interactions) refer(component.apply(interaction), text);
        out.putVarint(met.size());
        if (met.size() > 0) {
            out.put(lengths.array(), lengths.length());
            out.put(texts.array(), texts.length());
            out.put(references.array(), references.length());
        }
        clear();
    }

    private <T> void refer(T value, Function<T, String> text) {
        if (value == null) {
            references.putByte(TextColumn.NONE);
            return;
        }
        int earlier = met.number(value);
        if (earlier >= 0) {
            references.putVarint(earlier + TextColumn.EARLIER);
            return;
        }
        references.putByte(TextColumn.NEXT);
        var utf8 = text.apply(value).getBytes(StandardCharsets.UTF_8);
        lengths.putVarint(utf8.length);
        texts.put(utf8, utf8.length);
    }

    private void clear() {
        met.clear();
        lengths.clear();
        texts.clear();
        references.clear();
    }
}
