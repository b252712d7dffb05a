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

    byte[] bytes() {
        return bytes;
    }

    /// Another cursor over the same bytes.
    Cursor at(int position) {
        var other = new Cursor(bytes, 0, end);
        other.skipTo(position);
        return other;
    }

    int position() {
        return at;
    }

    void skipTo(int position) {
        if (position < at || position > end) throw new IllegalArgumentException("is cut off");
        at = position;
    }

    /// The byte so many after this place, which stays.
    int byteAfter(int distance) {
        return bytes[at + distance];
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

    /// As [#getCount], for what is nearly always below 16,384.
    int getReference() {
        int first = bytes[at];
        if (first >= 0) {
            at++;
            return first;
        }
        int second = bytes[at + 1];
        if (second < 0) return getCount();
        at += 2;
        return first & 0x7F | second << 7;
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
