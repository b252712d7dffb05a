package tributary.query.journey;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.Still;
import tributary.attribution.journey.TextHash;

/// Numbers for texts, dense from 0, and the texts of the numbers; as packed bytes, for there may be millions.
final class TextNumbers {
    private final Hashes numbers = new Hashes();
    private final TextHash hash = new TextHash();
    private int[] ends = {};
    private byte[] bytes = {};
    private int size;

    int size() {
        return size;
    }

    /// The number of this text, or [Touches#NONE].
    int find(String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        hash.begin().add(utf8, 0, utf8.length);
        return numbers.find(hash.high(), hash.low());
    }

    /// As [Acts#known].
    int[] known(Names names, int[] into) {
        return Acts.known(names, numbers, into);
    }

    /// Gives the next number to a text that has none.
    int add(String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        hash.begin().add(utf8, 0, utf8.length);
        return add(utf8, 0, utf8.length, hash.high(), hash.low());
    }

    /// Gives the next number to a text, in UTF-8 and with its hash, that has none.
    int add(byte[] utf8, int from, int to, long high, long low) {
        var start = start(size);
        bytes = Room.in(bytes, start + to - from);
        System.arraycopy(utf8, from, bytes, start, to - from);
        ends = Room.in(ends, size + 1);
        ends[size] = start + to - from;
        numbers.put(high, low, size);
        return size++;
    }

    String text(int number) {
        return new String(bytes, start(number), ends[number] - start(number), StandardCharsets.UTF_8);
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    /// What is there stays where it is while more comes.
    Still still() {
        var texts = bytes;
        var places = ends;
        var count = size;
        return out -> {
            out.steps(places, count);
            out.bytes(texts, count == 0 ? 0 : places[count - 1]);
        };
    }

    void read(ColumnsIn in) {
        ends = in.steps();
        bytes = in.bytes();
        size = ends.length;
        numbers.reach(size);
        for (var number = 0; number < size; number++) {
            hash.begin().add(bytes, start(number), ends[number]);
            numbers.put(hash.high(), hash.low(), number);
        }
    }

    /// Gives back what is unused.
    void trim() {
        bytes = Arrays.copyOf(bytes, start(size));
        ends = Arrays.copyOf(ends, size);
        numbers.trim();
    }
}
