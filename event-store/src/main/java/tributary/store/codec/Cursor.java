package tributary.store.codec;

import java.nio.charset.StandardCharsets;

/// Reads what [Bytes] wrote.
final class Cursor {
    private final byte[] bytes;
    private final int end;
    private int at;

    Cursor(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    int position() {
        return at;
    }

    boolean atEnd() {
        return at == end;
    }

    int getByte() {
        return bytes[at++] & 0xFF;
    }

    long getVarint() {
        long value = bytes[at++];
        if (value >= 0) return value;
        value &= 0x7F;
        for (int shift = 7; shift < 64; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) return value;
        }
        throw new IllegalArgumentException("a number is longer than 64 bits");
    }

    /// A number that counts or measures something in these bytes, so it cannot be larger than they are.
    int getCount() {
        long count = getVarint();
        if (count < 0 || count > bytes.length * 8L) throw new IllegalArgumentException("a count is out of bounds");
        return (int) count;
    }

    long getZigzag() {
        long value = getVarint();
        return value >>> 1 ^ -(value & 1);
    }

    String getText() {
        return getText(getCount());
    }

    String getText(int length) {
        var text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }
}
