package tributary.query.journey;

import tributary.attribution.journey.TextHash;
import tributary.store.codec.TextColumn;

/// A column of a batch whose texts name something that has a number, with their hashes.
final class Names {
    private final TextColumn column;

    /// Two for each text: upper and lower half.
    private final long[] hashes;

    Names(TextColumn column, TextHash hash) {
        this.column = column;
        hashes = new long[2 * column.different()];
        for (var text = 0; text < column.different(); text++) {
            hash.begin().add(column.bytes(), column.from(text), column.to(text));
            hashes[2 * text] = hash.high();
            hashes[2 * text + 1] = hash.low();
        }
    }

    TextColumn column() {
        return column;
    }

    /// How many different texts there are.
    int different() {
        return hashes.length / 2;
    }

    /// Which text an interaction has, or [TextColumn#ABSENT].
    int text(int line) {
        return column.number(line);
    }

    long high(int text) {
        return hashes[2 * text];
    }

    long low(int text) {
        return hashes[2 * text + 1];
    }
}
