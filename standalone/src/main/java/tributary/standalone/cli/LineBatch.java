package tributary.standalone.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lines that are sent in one request, and where the file has been read to when they have been taken.
final class LineBatch {
    /// An acknowledged request need not be sent again: few lines make little lost work, many make good use of the way.
    static final int MOST_LINES = 10_000;
    static final int MOST_BYTES = 8 << 20;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 16);
    private final List<Integer> ends = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private final List<Refused> refusedHere = new ArrayList<>();
    private String ruleSet;
    private FilePlace upTo;

    /// A line that is not worth sending.
    record Refused(long number, String title, String detail) {}

    /// How far a file has been read: everything before is done when a batch that ends here is.
    ///
    /// @param bytes of the unpacked file
    /// @param lines blank ones too
    /// @param checksum CRC-32C of those bytes
    record FilePlace(long bytes, long lines, long checksum) {
        static final FilePlace BEGIN = new FilePlace(0, 0, 0);
    }

    void add(byte[] bytes, int begin, int length, long number) {
        body.write(bytes, begin, length);
        ended(number);
    }

    /// Adds a line with an id before its other fields.
    void add(byte[] bytes, int begin, int length, long number, String id) {
        body.write('{');
        body.writeBytes(("\"id\":\"" + id + "\",").getBytes(StandardCharsets.UTF_8));
        body.write(bytes, begin + 1, length - 1);
        ended(number);
    }

    private void ended(long number) {
        body.write('\n');
        ends.add(body.size());
        numbers.add(number);
    }

    void refuse(Refused refused) {
        refusedHere.add(refused);
    }

    /// Makes this the batch of one line that defines a rule set, which has a way in of its own.
    void defineRuleSet(byte[] bytes, int begin, int length, long number) {
        ruleSet = new String(bytes, begin, length, StandardCharsets.UTF_8);
        add(bytes, begin, length, number);
    }

    void endAt(FilePlace place) {
        upTo = place;
    }

    boolean isFull() {
        return ends.size() >= MOST_LINES || body.size() >= MOST_BYTES;
    }

    boolean isEmpty() {
        return ends.isEmpty() && refusedHere.isEmpty();
    }

    int lines() {
        return ends.size();
    }

    byte[] body() {
        return body.toByteArray();
    }

    /// Some of the lines as a body of their own.
    byte[] body(int from, int to) {
        int begin = begin(from);
        return Arrays.copyOfRange(body.toByteArray(), begin, ends.get(to - 1));
    }

    /// A line as it was sent, without its end.
    String line(int index) {
        int begin = begin(index);
        return new String(body.toByteArray(), begin, ends.get(index) - 1 - begin, StandardCharsets.UTF_8);
    }

    private int begin(int index) {
        return index == 0 ? 0 : ends.get(index - 1);
    }

    /// In the file, from 1.
    long number(int index) {
        return numbers.get(index);
    }

    List<Refused> refusedHere() {
        return List.copyOf(refusedHere);
    }

    /// The line that defines a rule set, or `null` if these are lines of history.
    String ruleSet() {
        return ruleSet;
    }

    FilePlace upTo() {
        return upTo;
    }
}
