package tributary.standalone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The lines of an export as they come. The last one tells how many there must have been, and is not passed on.
final class ExportedLines {
    private static final String END = "export.end";

    private final InputStream in;
    private final LongConsumer progress;
    private final byte[] buffer = new byte[1 << 16];
    /// The line that has begun, as far as it was read.
    private byte[] pending = new byte[1 << 12];

    private int length;
    private long lines;

    /// @param progress is told how many lines have come
    ExportedLines(InputStream in, LongConsumer progress) {
        this.in = in;
        this.progress = progress;
    }

    /// @return how many lines there were
    /// @throws CommandFailed if they were cut off
    long copy(OutputStream to) throws IOException {
        boolean ended = false;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            int begin = 0;
            for (int at = 0; at < read; at++) {
                if (buffer[at] != '\n') continue;
                keep(begin, at + 1);
                begin = at + 1;
                if (ended) throw cutOff();
                ended = isEnd();
                if (!ended) pass(to);
                length = 0;
            }
            keep(begin, read);
            progress.accept(lines);
        }
        if (!ended || length > 0) throw cutOff();
        to.flush();
        return lines;
    }

    private void keep(int from, int until) {
        int more = until - from;
        if (length + more > pending.length)
            pending = Arrays.copyOf(pending, Math.max(pending.length * 2, length + more));
        System.arraycopy(buffer, from, pending, length, more);
        length += more;
    }

    private void pass(OutputStream to) throws IOException {
        to.write(pending, 0, length);
        lines++;
    }

    private boolean isEnd() {
        if (length > 100 || !new String(pending, 0, length, StandardCharsets.UTF_8).contains(END)) return false;
        try {
            var line = JsonMapper.shared().readTree(pending, 0, length);
            if (!line.path("type").asString("").equals(END)) return false;
            if (line.path("lines").asLong(-1) != lines) throw cutOff();
            return true;
        } catch (JacksonException notJson) {
            throw cutOff();
        }
    }

    private CommandFailed cutOff() {
        return new CommandFailed("the server ended its answer after " + lines
                + " lines, before the export was whole; see the server's log, and try again");
    }
}
