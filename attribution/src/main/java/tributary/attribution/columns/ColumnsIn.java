package tributary.attribution.columns;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Reads what [ColumnsOut] wrote, in the same order. It trusts that each piece is as it was written, and notices
/// only what was written in another order.
///
/// @see UnreadableColumnsException for what every method throws when something else is there
public final class ColumnsIn {
    private static final int CHUNK = ColumnsOut.CHUNK;

    private final Iterator<byte[]> pieces;
    private final long[] chunk = new long[CHUNK];
    private byte[] piece = {};
    private int at;

    /// @param pieces in the order in which they were written
    public ColumnsIn(Iterator<byte[]> pieces) {
        this.pieces = pieces;
    }

    public void section(String name) {
        var found = text();
        if (!name.equals(found)) throw new UnreadableColumnsException("expected section " + name);
    }

    private void need(int bytes) {
        while (at == piece.length) {
            if (!pieces.hasNext()) throw new UnreadableColumnsException("ends too early");
            piece = pieces.next();
            at = 0;
        }
        if (bytes > piece.length - at) throw new UnreadableColumnsException("a piece ends too early");
    }

    public long number() {
        need(1);
        var value = 0L;
        for (var shift = 0; shift < Long.SIZE; shift += 7) {
            need(1);
            var part = piece[at++];
            value |= (part & 0x7FL) << shift;
            if (part >= 0) return Signs.unfolded(value);
        }
        throw new UnreadableColumnsException("a number is longer than 64 bits");
    }

    /// A number that has 32 bits.
    public int integer() {
        var value = number();
        if (value != (int) value) throw new UnreadableColumnsException("a number is longer than 32 bits");
        return (int) value;
    }

    private int count() {
        var count = integer();
        if (count < 0) throw new UnreadableColumnsException("a count is negative");
        return count;
    }

    public boolean flag() {
        return number() != 0;
    }

    public Instant instant() {
        return Instant.ofEpochSecond(number(), number());
    }

    /// A text, or `null`.
    public String text() {
        var length = integer();
        return length < 0 ? null : new String(raw(length), StandardCharsets.UTF_8);
    }

    public List<String> texts() {
        var texts = new ArrayList<String>();
        for (var left = count(); left > 0; left--) texts.add(text());
        return texts;
    }

    public byte[] bytes() {
        return raw(count());
    }

    private byte[] raw(int count) {
        var bytes = new byte[count];
        for (var from = 0; from < count; from += CHUNK) {
            var part = Math.min(CHUNK, count - from);
            need(part);
            System.arraycopy(piece, at, bytes, from, part);
            at += part;
        }
        return bytes;
    }

    public int[] ints() {
        var column = new int[count()];
        for (var done = 0; done < column.length; done += CHUNK) {
            var part = take(column.length - done, Integer.BYTES);
            for (var i = 0; i < part; i++) column[done + i] = (int) chunk[i];
        }
        return column;
    }

    public long[] longs() {
        var column = new long[count()];
        for (var done = 0; done < column.length; done += CHUNK) {
            var part = take(column.length - done, Long.BYTES);
            System.arraycopy(chunk, 0, column, done, part);
        }
        return column;
    }

    /// What was written as steps of 32 bits.
    public int[] steps() {
        var column = new int[count()];
        steps(column, column.length);
        return column;
    }

    /// @param into has room for as many as were written
    public void ints(int[] into) {
        var count = count(into.length);
        for (var done = 0; done < count; done += CHUNK) {
            var part = take(count - done, Integer.BYTES);
            for (var i = 0; i < part; i++) into[done + i] = (int) chunk[i];
        }
    }

    /// As [#ints(int[])].
    public void shorts(short[] into) {
        var count = count(into.length);
        for (var done = 0; done < count; done += CHUNK) {
            var part = take(count - done, Short.BYTES);
            for (var i = 0; i < part; i++) into[done + i] = (short) chunk[i];
        }
    }

    /// As [#ints(int[])], of what was written as steps.
    public void steps(long[] into) {
        var count = count(into.length);
        var value = 0L;
        for (var done = 0; done < count; done += CHUNK) {
            var part = take(count - done, Long.BYTES);
            for (var i = 0; i < part; i++) {
                value += Signs.unfolded(chunk[i]);
                into[done + i] = value;
            }
        }
    }

    /// As [#ints(int[])], of what was written as steps.
    public void steps(int[] into) {
        steps(into, count(into.length));
    }

    private void steps(int[] into, int count) {
        var value = 0;
        for (var done = 0; done < count; done += CHUNK) {
            var part = take(count - done, Integer.BYTES);
            for (var i = 0; i < part; i++) {
                value += Signs.unfolded((int) chunk[i]);
                into[done + i] = value;
            }
        }
    }

    private int count(int most) {
        var count = count();
        if (count > most) throw new UnreadableColumnsException("a column is too long");
        return count;
    }

    private int take(int left, int bytes) {
        var count = Math.min(CHUNK, left);
        need(count * bytes);
        for (var i = 0; i < count; i++) chunk[i] = piece[at + i] & 0xFF;
        for (var plane = 1; plane < bytes; plane++) {
            at += count;
            var shift = plane * Byte.SIZE;
            for (var i = 0; i < count; i++) chunk[i] |= (piece[at + i] & 0xFFL) << shift;
        }
        at += count;
        return count;
    }

    /// Whether everything was read.
    public void end() {
        if (at < piece.length || pieces.hasNext()) throw new UnreadableColumnsException("something is left over");
    }
}
