package tributary.command.history;

import com.github.luben.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import tributary.events.Refusal;

/// Unpacks bodies while they are read, within their limits.
final class BodyStreams {
    private static final int BUFFER = 1 << 16;

    private BodyStreams() {}

    /// @throws IOException if not even the beginning is in that encoding
    static InputStream unpacked(InputStream sent, Encoding encoding) throws IOException {
        var limited = new Limited(sent, Limits.BODY_BYTES, "the body");
        var unpacked = switch (encoding) {
            case IDENTITY -> limited;
            case GZIP -> new GZIPInputStream(limited, BUFFER);
            case ZSTD -> new ZstdInputStream(limited);
        };
        return new Limited(unpacked, Limits.UNPACKED_BYTES, "the unpacked body");
    }

    /// How a body may be packed.
    enum Encoding {
        IDENTITY,
        GZIP,
        ZSTD
    }

    static Refusal tooLarge(String what, long most) {
        return new Refusal.TooLarge(what + " has more than " + most + " bytes; expected at most that many, "
                + "more in further requests. Lines counted as accepted are kept");
    }

    private static final class Limited extends FilterInputStream {
        private final long most;
        private final String what;
        private long count;

        Limited(InputStream in, long most, String what) {
            super(in);
            this.most = most;
            this.what = what;
        }

        @Override
        public int read() throws IOException {
            int letter = in.read();
            if (letter >= 0) count(1);
            return letter;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = in.read(into, from, length);
            if (read > 0) count(read);
            return read;
        }

        private void count(int read) {
            count += read;
            if (count > most) throw tooLarge(what, most);
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
