package tributary.standalone.cli;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// The bytes of a history file, unpacked: what it is packed with is seen from how it begins.
final class HistoryFile implements AutoCloseable {
    static final String STANDARD_INPUT = "-";
    private static final int BUFFER = 1 << 16;
    private static final int GZIP = 0x8b1f;
    private static final int ZSTD = 0xfd2fb528;
    /// A frame that decoders pass over, with which a zstd file may begin.
    private static final int ZSTD_SKIPPED = 0x184d2a50;

    private final Counted packed;
    private final InputStream unpacked;
    private final long size;

    private HistoryFile(Counted packed, InputStream unpacked, long size) {
        this.packed = packed;
        this.unpacked = unpacked;
        this.size = size;
    }

    /// @param name of a file, or `-`
    static HistoryFile open(String name) {
        try {
            if (name.equals(STANDARD_INPUT)) return of(System.in, -1);
            var path = Path.of(name);
            if (Files.isDirectory(path))
                throw new CommandFailed(name + " is a folder; expected a file of history lines");
            return of(Files.newInputStream(path), Files.size(path));
        } catch (NoSuchFileException _) {
            throw new CommandFailed("there is no file " + name);
        } catch (IOException failure) {
            throw new CommandFailed(name + " cannot be read: " + failure);
        }
    }

    private static HistoryFile of(InputStream in, long size) throws IOException {
        var packed = new Counted(in);
        var buffered = new BufferedInputStream(packed, BUFFER);
        buffered.mark(4);
        var head = buffered.readNBytes(4);
        buffered.reset();
        return new HistoryFile(packed, unpacking(buffered, head), size);
    }

    private static InputStream unpacking(InputStream in, byte[] head) throws IOException {
        int first = 0;
        for (int at = 0; at < head.length; at++) first |= (head[at] & 0xff) << 8 * at;
        if ((first & 0xffff) == GZIP) return new GZIPInputStream(in, BUFFER);
        boolean zstd = first == ZSTD || (first & 0xfffffff0) == ZSTD_SKIPPED;
        return zstd ? new ZstdInputStream(in).setContinuous(false) : in;
    }

    InputStream unpacked() {
        return unpacked;
    }

    /// Of the file as it lies there, or -1 if nobody knows.
    long size() {
        return size;
    }

    /// Bytes read so far, as they lie there.
    long read() {
        return packed.count;
    }

    @Override
    public void close() {
        try {
            unpacked.close();
        } catch (IOException _) {
            // It was only read.
        }
    }

    private static final class Counted extends FilterInputStream {
        private volatile long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int letter = in.read();
            if (letter >= 0) add(1);
            return letter;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = in.read(into, from, length);
            add(Math.max(0, read));
            return read;
        }

        /// Only the thread that reads comes here.
        private void add(int read) {
            count = count + read;
        }
    }
}
