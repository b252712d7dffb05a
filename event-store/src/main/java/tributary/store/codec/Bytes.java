package tributary.store.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing run of bytes, with the number and text forms of docs/batch-format.md.
final class Bytes {
    private byte[] bytes;
    private int length;

    /// @param room how many bytes there will be, about
    Bytes(int room) {
        bytes = new byte[room];
    }

    int length() {
        return length;
    }

    byte[] array() {
        return bytes;
    }

    void clear() {
        length = 0;
    }

    void put(byte[] more, int count) {
        room(count);
        System.arraycopy(more, 0, bytes, length, count);
        length += count;
    }

    void putByte(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    /// Seven bits a byte, lowest first; the highest bit says that more follow.
    void putVarint(long value) {
        room(10);
        while ((value & ~0x7FL) != 0) {
            bytes[length++] = (byte) (value & 0x7F | 0x80);
            value >>>= 7;
        }
        bytes[length++] = (byte) value;
    }

    /// Small for numbers near zero on either side.
    void putZigzag(long value) {
        putVarint(value << 1 ^ value >> 63);
    }

    void putText(String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        putVarint(utf8.length);
        put(utf8, utf8.length);
    }

    private void room(int more) {
        if (length + more > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
}
