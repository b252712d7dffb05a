package tributary.query.journey;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tributary.attribution.journey.Touches;

/// Numbers for texts, dense from 0, and the texts of the numbers; as packed bytes, for there may be millions.
final class TextNumbers {
    private int[] slots = new int[16];
    private int[] ends = {};
    private byte[] bytes = {};
    private int size;

    int size() {
        return size;
    }

    /// The number of this text, or [Touches#NONE].
    int find(String text) {
        for (var slot = first(text.hashCode()); slots[slot] != 0; slot = next(slot)) {
            if (is(slots[slot] - 1, text)) return slots[slot] - 1;
        }
        return Touches.NONE;
    }

    /// Gives the next number to a text that has none.
    int add(String text) {
        var added = text.getBytes(StandardCharsets.UTF_8);
        var start = start(size);
        bytes = Room.in(bytes, start + added.length);
        System.arraycopy(added, 0, bytes, start, added.length);
        ends = Room.in(ends, size + 1);
        ends[size] = start + added.length;
        size++;
        if (size > slots.length / 4 * 3) rehash();
        else put(size - 1, text.hashCode());
        return size - 1;
    }

    String text(int number) {
        return new String(bytes, start(number), ends[number] - start(number), StandardCharsets.UTF_8);
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private boolean is(int number, String text) {
        var start = start(number);
        var length = ends[number] - start;
        if (length != text.length()) return length > text.length() && text.equals(text(number));
        for (var i = 0; i < length; i++) if (bytes[start + i] != text.charAt(i)) return false;
        return true;
    }

    private void put(int number, int hash) {
        var slot = first(hash);
        while (slots[slot] != 0) slot = next(slot);
        slots[slot] = number + 1;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (var number = 0; number < size; number++) put(number, text(number).hashCode());
    }

    /// Spreads the hash of a text, whose last characters alone often differ.
    private int first(int hash) {
        var spread = hash * 0x9E3779B9;
        return (spread ^ spread >>> 16) & slots.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & slots.length - 1;
    }

    /// Gives back what is unused.
    void trim() {
        bytes = Arrays.copyOf(bytes, start(size));
        ends = Arrays.copyOf(ends, size);
    }
}
