package tributary.store.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One component of all interactions of a batch: each different text once, and for each interaction the number of
/// its text.
public final class TextColumn {
    /// The number where the component is absent.
    public static final int ABSENT = -1;

    // How references are written (docs/batch-format.md).
    static final int NONE = 0;
    /// The first text that was not referred to yet.
    static final int NEXT = 1;
    /// Added to the number of a text that was referred to before.
    static final int EARLIER = 2;

    private static final int[] NOWHERE = {0};

    private final byte[] bytes;

    /// Where each text begins, and where the last ends.
    private final int[] starts;

    private final int[] numbers;

    private TextColumn(byte[] bytes, int[] starts, int[] numbers) {
        this.bytes = bytes;
        this.starts = starts;
        this.numbers = numbers;
    }

    /// @param count of interactions
    static TextColumn read(Cursor in, int count) {
        var different = in.getCount();
        if (different == 0) {
            var absent = new int[count];
            Arrays.fill(absent, ABSENT);
            return new TextColumn(in.bytes(), NOWHERE, absent);
        }
        var starts = new int[different + 1];
        for (var text = 0; text < different; text++) starts[text + 1] = in.getCount();
        starts[0] = in.position();
        for (var text = 0; text < different; text++) starts[text + 1] += starts[text];
        in.skipTo(starts[different]);
        return new TextColumn(in.bytes(), starts, references(in, count, different));
    }

    private static int[] references(Cursor in, int count, int different) {
        var numbers = new int[count];
        var next = 0;
        for (var line = 0; line < count; line++) {
            var reference = in.getReference();
            if (reference == NEXT) numbers[line] = next++;
            else numbers[line] = reference == NONE ? ABSENT : reference - EARLIER;
            if (numbers[line] >= next) throw new IllegalArgumentException("refers to a text that is not there yet");
        }
        if (next > different) throw new IllegalArgumentException("refers to a text that is not there");
        return numbers;
    }

    /// How many different texts there are, numbered from 0 in the order in which interactions first have them.
    public int different() {
        return starts.length - 1;
    }

    /// The number of an interaction's text, or [#ABSENT].
    public int number(int line) {
        return numbers[line];
    }

    /// The bytes that hold the UTF-8 of all texts; not to be changed.
    public byte[] bytes() {
        return bytes;
    }

    /// Where a text begins in [#bytes].
    public int from(int number) {
        return starts[number];
    }

    /// Where a text ends in [#bytes].
    public int to(int number) {
        return starts[number + 1];
    }

    public String text(int number) {
        return new String(bytes, from(number), to(number) - from(number), StandardCharsets.UTF_8);
    }
}
