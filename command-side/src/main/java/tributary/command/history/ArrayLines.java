package tributary.command.history;

import tributary.events.Refusal;

/// The elements of a JSON array, each one line: cut out by counting brackets, so that one element that is wrong inside
/// leaves the others alone.
final class ArrayLines implements LineSplitter {
    private enum Place {
        BEFORE,
        WITHIN,
        AFTER
    }

    private final Body body;
    private Place place = Place.BEFORE;
    private long number = 1;
    private int depth;
    private boolean inText;
    private boolean escaped;
    private boolean skipping;
    private boolean commaSeen;

    ArrayLines(Body body) {
        this.body = body;
    }

    @Override
    public boolean fill(RawLines lines) {
        lines.clear();
        while (!lines.isFull() && lines.failure() == null) {
            if (!body.more()) {
                finish(lines);
                return false;
            }
            switch (place) {
                case BEFORE -> begin(lines);
                case WITHIN -> element(lines);
                case AFTER -> rest(lines);
            }
        }
        return lines.failure() == null;
    }

    private void begin(RawLines lines) {
        while (body.at() < body.end()) {
            byte letter = body.buffer()[body.at()];
            if (!RawLines.isSpace(letter) && letter != '[') {
                lines.fail(malformed("does not begin with ["));
                return;
            }
            body.take(body.at() + 1);
            if (letter == '[') {
                place = Place.WITHIN;
                return;
            }
        }
    }

    private void element(RawLines lines) {
        var buffer = body.buffer();
        int begin = body.at();
        for (int at = begin; at < body.end(); at++) {
            byte letter = buffer[at];
            if (inText) {
                if (escaped) escaped = false;
                else if (letter == '\\') escaped = true;
                else if (letter == '"') inText = false;
            } else if (letter == '"') inText = true;
            else if (letter == '{' || letter == '[') depth++;
            else if (depth == 0 && (letter == ',' || letter == ']')) {
                keep(lines, begin, at);
                body.take(at + 1);
                endElement(lines, letter == ']');
                return;
            } else if (letter == '}' || letter == ']') depth = Math.max(0, depth - 1);
        }
        keep(lines, begin, body.end());
        body.take(body.end());
    }

    private void keep(RawLines lines, int begin, int end) {
        if (!skipping) lines.append(body.buffer(), begin, end);
        if (lines.pending() <= Limits.LINE_BYTES) return;
        lines.dropPending();
        skipping = true;
    }

    private void endElement(RawLines lines, boolean last) {
        boolean something = true;
        if (skipping) lines.endTooLong(number);
        else something = lines.endLine(number);
        if (!something && !(last && number == 1 && !commaSeen))
            lines.fail(malformed("has nothing before the comma or bracket after element " + (number - 1)));
        skipping = false;
        commaSeen = true;
        number++;
        if (last) place = Place.AFTER;
    }

    private void rest(RawLines lines) {
        for (int at = body.at(); at < body.end(); at++)
            if (!RawLines.isSpace(body.buffer()[at])) {
                lines.fail(malformed("goes on after its ]"));
                return;
            }
        body.take(body.end());
    }

    private void finish(RawLines lines) {
        if (body.failure() != null) lines.fail(body.failure());
        else if (place != Place.AFTER) lines.fail(malformed("ends before its ]"));
    }

    private static Refusal malformed(String how) {
        return new Refusal.Invalid(
                "malformed-array",
                "The body is not a JSON array",
                "the body " + how + "; expected a JSON array of objects, or one object a line as application/x-ndjson. "
                        + "Lines counted as accepted were read whole and are kept");
    }
}
