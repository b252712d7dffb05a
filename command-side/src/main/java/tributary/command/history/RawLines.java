package tributary.command.history;

import java.util.Arrays;
import tributary.events.Refusal;

/// Some lines as bytes, and why no more come, if that is so. Filled by a [LineSplitter], emptied for the next fill. It
/// begins small, since most requests have few lines.
final class RawLines {
    private byte[] bytes = new byte[1 << 9];
    private int length;
    private int lineBegin;
    private int[] begins = new int[4];
    private int[] ends = new int[4];
    private long[] numbers = new long[4];
    private int count;
    private Refusal failure;

    void clear() {
        length = 0;
        lineBegin = 0;
        count = 0;
    }

    boolean isFull() {
        return count == Limits.CHUNK_LINES || length >= Limits.CHUNK_BYTES;
    }

    void append(byte[] from, int begin, int end) {
        int added = end - begin;
        if (length + added > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + added));
        System.arraycopy(from, begin, bytes, length, added);
        length += added;
    }

    /// Bytes of the line that has begun but not ended.
    int pending() {
        return length - lineBegin;
    }

    void dropPending() {
        length = lineBegin;
    }

    /// Ends the line that has begun, without the white space around it.
    ///
    /// @return whether there was anything else
    boolean endLine(long number) {
        int begin = lineBegin;
        int end = length;
        while (begin < end && isSpace(bytes[begin])) begin++;
        while (begin < end && isSpace(bytes[end - 1])) end--;
        if (begin == end) {
            dropPending();
            return false;
        }
        add(begin, end, number);
        return true;
    }

    /// Ends a line that was too long to be kept.
    void endTooLong(long number) {
        dropPending();
        add(length, -1, number);
    }

    private void add(int begin, int end, long number) {
        if (count == begins.length) {
            begins = Arrays.copyOf(begins, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        begins[count] = begin;
        ends[count] = end;
        numbers[count++] = number;
        lineBegin = length;
    }

    static boolean isSpace(byte letter) {
        return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
    }

    /// From here on nothing can be read.
    void fail(Refusal why) {
        dropPending();
        failure = why;
    }

    /// Why nothing can be read after these lines, or `null`.
    Refusal failure() {
        return failure;
    }

    int length() {
        return length;
    }

    int count() {
        return count;
    }

    byte[] bytes() {
        return bytes;
    }

    int begin(int line) {
        return begins[line];
    }

    int end(int line) {
        return ends[line];
    }

    boolean isTooLong(int line) {
        return ends[line] < 0;
    }

    /// Number of the line in the request, from 1.
    long number(int line) {
        return numbers[line];
    }
}
