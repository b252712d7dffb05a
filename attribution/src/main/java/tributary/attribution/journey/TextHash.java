package tributary.attribution.journey;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Hashes texts to 128 bits, which stand for them: among 2^32 texts two collide with a chance of 2^-65. A text has one
/// hash as characters and another as bytes.
public final class TextHash {
    private static final long A = 0x9E3779B97F4A7C15L;
    private static final long B = 0xC2B2AE3D27D4EB4FL;
    private static final long C = 0x165667B19E3779F9L;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private long high;
    private long low;

    /// Forgets what was added.
    public TextHash begin() {
        high = A;
        low = B;
        return this;
    }

    /// Adds a part of a text, and where it ended.
    public TextHash add(String text, int from, int to) {
        var h = high;
        var l = low;
        var i = from;
        for (; i + 4 <= to; i += 4) {
            var four = text.charAt(i)
                    | (long) text.charAt(i + 1) << 16
                    | (long) text.charAt(i + 2) << 32
                    | (long) text.charAt(i + 3) << 48;
            h = mixed(h ^ four);
            l = mixed(l + four * C);
        }
        for (; i < to; i++) {
            h = mixed(h ^ text.charAt(i));
            l = mixed(l + text.charAt(i) * C);
        }
        high = mixed(h + (to - from));
        low = mixed(l ^ (to - from));
        return this;
    }

    /// Adds a text, or that there is none.
    public TextHash add(String text) {
        if (text != null) return add(text, 0, text.length());
        high = mixed(high ^ C);
        return this;
    }

    /// Adds a part of a text in UTF-8, and where it ended.
    public TextHash add(byte[] utf8, int from, int to) {
        var h = high;
        var l = low;
        var i = from;
        for (; i + 8 <= to; i += 8) {
            var eight = (long) EIGHT_BYTES.get(utf8, i);
            h = mixed(h ^ eight);
            l = mixed(l + eight * C);
        }
        if (i < to) {
            var last = 0L;
            for (var shift = 0; i < to; i++, shift += 8) last |= (utf8[i] & 0xFFL) << shift;
            h = mixed(h ^ last);
            l = mixed(l + last * C);
        }
        high = mixed(h + (to - from));
        low = mixed(l ^ (to - from));
        return this;
    }

    /// Adds another hash.
    public TextHash add(long otherHigh, long otherLow) {
        high = mixed(high ^ otherHigh);
        low = mixed(low + otherLow * C);
        return this;
    }

    private static long mixed(long value) {
        var product = value * A;
        product ^= product >>> 32;
        product *= B;
        return product ^ product >>> 29;
    }

    public long high() {
        return high;
    }

    public long low() {
        return low;
    }
}
