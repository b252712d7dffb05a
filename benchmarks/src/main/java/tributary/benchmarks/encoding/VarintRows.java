package tributary.benchmarks.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Rows by hand: which components there are as bits, the instant as the difference to the one before, and each
/// different text of the batch once, later by its number.
final class VarintRows extends Rows {
    @Override
    public String name() {
        return "own rows of varints, zstd 3";
    }

    @Override
    byte[] write(List<Parts> rows) {
        var out = new ByteArrayOutputStream(1 << 16);
        var met = new HashMap<String, Integer>();
        putVarint(rows.size(), out);
        long before = 0;
        for (var row : rows) {
            int present = row.byAddress() ? 1 : 0;
            for (int i = 0; i < row.texts().length; i++) if (row.texts()[i] != null) present |= 2 << i;
            putVarint(present, out);
            long step = row.micros() - before;
            putVarint(step << 1 ^ step >> 63, out);
            before = row.micros();
            for (var text : row.texts()) if (text != null) putText(text, met, out);
        }
        return out.toByteArray();
    }

    private static void putText(String text, HashMap<String, Integer> met, ByteArrayOutputStream out) {
        var number = met.putIfAbsent(text, met.size() + 1);
        putVarint(number == null ? 0 : number, out);
        if (number != null) return;
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        putVarint(utf8.length, out);
        out.write(utf8, 0, utf8.length);
    }

    private static void putVarint(long value, ByteArrayOutputStream out) {
        long rest = value;
        for (; (rest & ~0x7FL) != 0; rest >>>= 7) out.write((int) (rest & 0x7F | 0x80));
        out.write((int) rest);
    }

    @Override
    List<Parts> read(byte[] body) {
        var in = new Reading(body);
        var rows = new ArrayList<Parts>();
        long micros = 0;
        for (long left = in.varint(); left > 0; left--) {
            long present = in.varint();
            long step = in.varint();
            micros += step >>> 1 ^ -(step & 1);
            var texts = new String[Parts.NAMES.length];
            for (int i = 0; i < texts.length; i++) if ((present & 2L << i) != 0) texts[i] = in.text();
            rows.add(new Parts(micros, (present & 1) != 0, texts));
        }
        return rows;
    }

    private static final class Reading {
        private final byte[] bytes;
        private final List<String> met = new ArrayList<>();
        private int at;

        Reading(byte[] bytes) {
            this.bytes = bytes;
        }

        long varint() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[at++];
                value |= (next & 0x7FL) << shift;
                if (next >= 0) return value;
            }
        }

        String text() {
            int number = (int) varint();
            if (number > 0) return met.get(number - 1);
            int length = (int) varint();
            var text = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
            met.add(text);
            return text;
        }
    }
}
