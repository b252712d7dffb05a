package tributary.command.history;

import java.io.IOException;
import java.io.InputStream;
import tributary.events.Refusal;

/// The bytes of a body, read into one buffer, with what goes wrong while reading told as refusals.
final class Body {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final int SMALLEST_BUFFER = 1 << 9;
    private static final int LARGEST_BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer;
    private int at;
    private int end;
    private boolean begun;
    private Refusal failure;

    Body(InputStream in) {
        this(in, LARGEST_BUFFER);
    }

    private Body(InputStream in, int buffer) {
        this.in = in;
        this.buffer = new byte[buffer];
    }

    /// With a buffer that is no larger than a short body needs.
    ///
    /// @param length of the body as it is sent, below 0 if that is not known
    static Body of(InputStream in, long length) {
        return new Body(in, length < 0 ? LARGEST_BUFFER : Math.clamp(length, SMALLEST_BUFFER, LARGEST_BUFFER));
    }

    /// Makes sure that there are bytes between [#at()] and [#end()].
    ///
    /// @return `false` at the end, be it the true one or that of what could be read
    boolean more() {
        if (at < end) return true;
        if (failure != null) return false;
        try {
            at = 0;
            end = begun ? in.read(buffer, 0, buffer.length) : readFirst();
            begun = true;
            return end > at;
        } catch (Refusal limit) {
            failure = limit;
        } catch (IOException broken) {
            failure = cutOff();
        }
        end = at;
        return false;
    }

    private int readFirst() throws IOException {
        int read = in.readNBytes(buffer, 0, BYTE_ORDER_MARK.length);
        boolean marked = read == BYTE_ORDER_MARK.length
                && buffer[0] == BYTE_ORDER_MARK[0]
                && buffer[1] == BYTE_ORDER_MARK[1]
                && buffer[2] == BYTE_ORDER_MARK[2];
        if (!marked) return read;
        return in.read(buffer, 0, buffer.length);
    }

    static Refusal cutOff() {
        return new Refusal.Invalid(
                "body-cut-off",
                "The body cannot be read to its end",
                "the body is cut off or not in the encoding that Content-Encoding names; expected all of it, encoded "
                        + "as gzip, as zstd or not at all. Lines counted as accepted were read whole and are kept");
    }

    byte[] buffer() {
        return buffer;
    }

    int at() {
        return at;
    }

    int end() {
        return end;
    }

    void take(int upTo) {
        at = upTo;
    }

    /// Why no more can be read, or `null`.
    Refusal failure() {
        return failure;
    }
}
