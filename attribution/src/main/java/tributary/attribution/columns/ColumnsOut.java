package tributary.attribution.columns;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Consumer;

/// Writes numbers, texts and columns, one behind the other, into pieces of a bounded size; [ColumnsIn] reads them.
/// The values of a column go in chunks, within a chunk first the lowest byte of each, then the next: bytes that are
/// alike lie together, which makes them small when they are compressed.
public final class ColumnsOut {
    /// Bytes of the largest piece.
    public static final int PIECE = 1 << 22;

    /// Values of a chunk; one is never in two pieces.
    static final int CHUNK = 1 << 12;

    /// A section that begins behind so many bytes begins a piece.
    private static final int SMALL = 1 << 18;

    private static final int LONGEST_NUMBER = 10;
    private static final int FIRST_ROOM = 1 << 10;

    private final Consumer<byte[]> pieces;
    private final long[] chunk = new long[CHUNK];
    private byte[] piece = new byte[FIRST_ROOM];
    private int used;

    /// @param pieces takes each piece as soon as it is full
    public ColumnsOut(Consumer<byte[]> pieces) {
        this.pieces = pieces;
    }

    /// Begins what [ColumnsIn#section] finds again.
    public void section(String name) {
        if (used > SMALL) cut();
        text(name);
    }

    /// Ends the piece, so that what comes makes the same pieces whatever came before.
    public void cut() {
        if (used == 0) return;
        pieces.accept(Arrays.copyOf(piece, used));
        used = 0;
    }

    private void room(int bytes) {
        if (used + bytes > PIECE) cut();
        if (used + bytes > piece.length)
            piece = Arrays.copyOf(piece, Math.min(Math.max(PIECE, bytes), Math.max(2 * piece.length, used + bytes)));
    }

    /// One number, short if it is near zero on either side.
    public void number(long value) {
        room(LONGEST_NUMBER);
        var rest = Signs.folded(value);
        for (; (rest & ~0x7FL) != 0; rest >>>= 7) piece[used++] = (byte) (rest | 0x80);
        piece[used++] = (byte) rest;
    }

    public void flag(boolean value) {
        number(value ? 1 : 0);
    }

    /// To the nanosecond; any instant there is.
    public void instant(Instant at) {
        number(at.getEpochSecond());
        number(at.getNano());
    }

    /// A text, or `null`.
    public void text(String text) {
        if (text == null) {
            number(-1);
            return;
        }
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        raw(utf8, utf8.length);
    }

    public void texts(Collection<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
    }

    /// The first `count` bytes.
    public void bytes(byte[] column, int count) {
        number(count);
        raw(column, count);
    }

    private void raw(byte[] bytes, int count) {
        for (var from = 0; from < count; from += CHUNK) {
            var part = Math.min(CHUNK, count - from);
            room(part);
            System.arraycopy(bytes, from, piece, used, part);
            used += part;
        }
    }

    /// The values at `from`, `from + step` and so on, before `to`.
    public void ints(int[] column, int from, int to, int step) {
        var count = begin(from, to, step);
        for (var done = 0; done < count; done += CHUNK) {
            var part = Math.min(CHUNK, count - done);
            for (var i = 0; i < part; i++) chunk[i] = column[from + (done + i) * step];
            put(part, Integer.BYTES);
        }
    }

    /// The first `count` values.
    public void ints(int[] column, int count) {
        ints(column, 0, count, 1);
    }

    /// As [#ints(int[],int,int,int)], of 64 bits.
    public void longs(long[] column, int from, int to, int step) {
        var count = begin(from, to, step);
        for (var done = 0; done < count; done += CHUNK) {
            var part = Math.min(CHUNK, count - done);
            for (var i = 0; i < part; i++) chunk[i] = column[from + (done + i) * step];
            put(part, Long.BYTES);
        }
    }

    /// The first `count` values.
    public void longs(long[] column, int count) {
        longs(column, 0, count, 1);
    }

    /// The first `count` values, of 16 bits.
    public void shorts(short[] column, int count) {
        number(count);
        for (var done = 0; done < count; done += CHUNK) {
            var part = Math.min(CHUNK, count - done);
            for (var i = 0; i < part; i++) chunk[i] = column[done + i];
            put(part, Short.BYTES);
        }
    }

    /// The first `count` values, each as its distance from the one before.
    public void steps(long[] column, int count) {
        number(count);
        var before = 0L;
        for (var done = 0; done < count; done += CHUNK) {
            var part = Math.min(CHUNK, count - done);
            for (var i = 0; i < part; i++) {
                chunk[i] = Signs.folded(column[done + i] - before);
                before = column[done + i];
            }
            put(part, Long.BYTES);
        }
    }

    /// As [#steps(long[],int)], of 32 bits.
    public void steps(int[] column, int count) {
        number(count);
        var before = 0;
        for (var done = 0; done < count; done += CHUNK) {
            var part = Math.min(CHUNK, count - done);
            for (var i = 0; i < part; i++) {
                chunk[i] = Signs.folded(column[done + i] - before);
                before = column[done + i];
            }
            put(part, Integer.BYTES);
        }
    }

    private int begin(int from, int to, int step) {
        var count = (to - from + step - 1) / step;
        number(count);
        return count;
    }

    private void put(int count, int bytes) {
        room(count * bytes);
        for (var plane = 0; plane < bytes; plane++) {
            var shift = plane * Byte.SIZE;
            for (var i = 0; i < count; i++) piece[used + i] = (byte) (chunk[i] >> shift);
            used += count;
        }
    }

    /// Hands on the last piece.
    public void end() {
        cut();
    }
}
