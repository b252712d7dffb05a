package tributary.standalone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32C;
import tributary.standalone.cli.LineBatch.FilePlace;

/// Cuts an unpacked file into batches of lines. Lines without an id get one of this import, so that sending them again
/// never counts them twice.
final class LineFeed {
    /// What the server takes as one line; interactions have less.
    private static final int LONGEST_LINE = 1 << 20;
    private static final int LONGEST_INTERACTION = 32 << 10;
    private static final int ID_ROOM = 64;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    static final String RULE_SET = "rule-set.define";

    private final InputStream in;
    private final String run;
    private final CRC32C checksum = new CRC32C();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[1 << 12];
    private int length;
    private boolean tooLong;
    private long bytes;
    private long number;
    /// Read already, but to be sent by itself or after what is before it.
    private boolean waiting;

    /// @param run tells this import from all others
    LineFeed(InputStream in, String run) {
        this.in = in;
        this.run = run;
    }

    /// Passes over what was sent before.
    ///
    /// @return whether the file still begins with exactly that
    boolean skip(FilePlace place) throws IOException {
        while (bytes < place.bytes()) {
            if (!more()) return false;
            take((int) Math.min(end - at, place.bytes() - bytes));
        }
        number = place.lines();
        return checksum.getValue() == place.checksum();
    }

    /// @return the next lines, or `null` at the end of the file
    LineBatch next() throws IOException {
        var batch = new LineBatch();
        var before = place();
        while (!batch.isFull() && (waiting || read())) {
            waiting = false;
            if (length == 0 && !tooLong) {
                before = place();
                continue;
            }
            var look = tooLong ? null : LineLook.at(line, 0, length);
            if (look != null && RULE_SET.equals(look.type())) {
                if (batch.isEmpty()) {
                    batch.defineRuleSet(line, 0, length, number);
                    before = place();
                } else waiting = true;
                break;
            }
            add(batch, look);
            before = place();
        }
        batch.endAt(before);
        return batch.isEmpty() && !waiting ? null : batch;
    }

    private void add(LineBatch batch, LineLook look) {
        if (tooLong) {
            batch.refuse(new LineBatch.Refused(
                    number,
                    "It is larger than the limit",
                    "the line has more than " + LONGEST_LINE + " bytes; expected at most that many"));
            return;
        }
        var id = run + "-" + number;
        switch (look.id()) {
            case GIVEN, NO_MATTER -> batch.add(line, 0, length, number);
            case NULL -> {
                var changed = LineLook.withId(line, 0, length, id);
                batch.add(changed, 0, changed.length, number);
            }
            case MISSING -> {
                int longest = "interaction".equals(look.type()) ? LONGEST_INTERACTION : LONGEST_LINE;
                if (length > longest - ID_ROOM || look.type() == null) batch.add(line, 0, length, number);
                else batch.add(line, 0, length, number, id);
            }
        }
    }

    private FilePlace place() {
        return new FilePlace(bytes, number, checksum.getValue());
    }

    /// Reads a line into its place, without the white space around it.
    private boolean read() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (more()) {
            any = true;
            int newline = newline();
            int until = newline < 0 ? end : newline;
            keep(at, until);
            take((newline < 0 ? until : newline + 1) - at);
            if (newline >= 0) break;
        }
        if (!any) return false;
        number++;
        trim();
        return true;
    }

    private int newline() {
        for (int look = at; look < end; look++) if (buffer[look] == '\n') return look;
        return -1;
    }

    private void keep(int from, int until) {
        int more = until - from;
        if (tooLong || length + more > LONGEST_LINE) {
            tooLong = true;
            return;
        }
        if (length + more > line.length) line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
        System.arraycopy(buffer, from, line, length, more);
        length += more;
    }

    private void trim() {
        int begin = number == 1 && startsWithMark() ? BYTE_ORDER_MARK.length : 0;
        while (length > begin && isSpace(line[length - 1])) length--;
        while (begin < length && isSpace(line[begin])) begin++;
        length -= begin;
        System.arraycopy(line, begin, line, 0, length);
    }

    private boolean startsWithMark() {
        return length >= 3 && Arrays.equals(line, 0, 3, BYTE_ORDER_MARK, 0, 3);
    }

    private static boolean isSpace(byte letter) {
        return letter == ' ' || letter == '\t' || letter == '\r';
    }

    private boolean more() throws IOException {
        if (at < end) return true;
        at = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }

    private void take(int count) {
        checksum.update(buffer, at, count);
        at += count;
        bytes += count;
    }
}
