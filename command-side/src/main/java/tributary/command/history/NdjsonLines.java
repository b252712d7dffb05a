package tributary.command.history;

/// One object a line. Blank lines are counted but otherwise passed over; the last line needs no end.
final class NdjsonLines implements LineSplitter {
    private final Body body;
    private long number = 1;
    private boolean skipping;

    NdjsonLines(Body body) {
        this.body = body;
    }

    @Override
    public boolean fill(RawLines lines) {
        lines.clear();
        while (!lines.isFull()) {
            if (!body.more()) {
                finish(lines);
                return false;
            }
            int newline = newline();
            int end = newline < 0 ? body.end() : newline;
            if (!skipping) lines.append(body.buffer(), body.at(), end);
            if (lines.pending() > Limits.LINE_BYTES) {
                lines.dropPending();
                skipping = true;
            }
            body.take(newline < 0 ? end : end + 1);
            if (newline >= 0) endLine(lines);
        }
        return true;
    }

    private int newline() {
        var buffer = body.buffer();
        for (int at = body.at(); at < body.end(); at++) if (buffer[at] == '\n') return at;
        return -1;
    }

    private void endLine(RawLines lines) {
        if (skipping) lines.endTooLong(number);
        else lines.endLine(number);
        skipping = false;
        number++;
    }

    private void finish(RawLines lines) {
        if (body.failure() != null) lines.fail(body.failure());
        else endLine(lines);
    }
}
