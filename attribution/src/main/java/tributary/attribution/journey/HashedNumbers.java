package tributary.attribution.journey;

import java.util.Arrays;
import tributary.attribution.columns.ColumnsIn;
import tributary.attribution.columns.Still;

/// Numbers for texts, dense from 0, without keeping the texts: 96 bits of their hash stand for them, for there may
/// be millions that nobody asks for again.
final class HashedNumbers {
    private static final int FIELDS = 3;

    private final TextHash hash = new TextHash();
    private int[] slots = new int[16];

    /// Three numbers for each text.
    private int[] hashes = new int[16 * FIELDS];

    private int size;

    int size() {
        return size;
    }

    /// The number of this text, or [Touches#NONE].
    int find(String text) {
        hash.begin().add(text);
        for (var slot = slot((int) hash.low()); slots[slot] != 0; slot = slot(slot + 1)) {
            if (isHashOf(slots[slot] - 1)) return slots[slot] - 1;
        }
        return Touches.NONE;
    }

    /// The number of this text, given now if it is new.
    int number(String text) {
        var known = find(text);
        if (known != Touches.NONE) return known;
        if ((size + 1) * FIELDS > hashes.length) hashes = Arrays.copyOf(hashes, hashes.length + hashes.length / 2);
        hashes[size * FIELDS] = (int) hash.low();
        hashes[size * FIELDS + 1] = (int) hash.high();
        hashes[size * FIELDS + 2] = (int) (hash.high() >>> Integer.SIZE);
        size++;
        if (size > slots.length / 4 * 3) rehash();
        else put(size - 1);
        return size - 1;
    }

    private boolean isHashOf(int number) {
        return hashes[number * FIELDS] == (int) hash.low()
                && hashes[number * FIELDS + 1] == (int) hash.high()
                && hashes[number * FIELDS + 2] == (int) (hash.high() >>> Integer.SIZE);
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (var number = 0; number < size; number++) put(number);
    }

    private void put(int number) {
        var slot = slot(hashes[number * FIELDS]);
        while (slots[slot] != 0) slot = slot(slot + 1);
        slots[slot] = number + 1;
    }

    /// What is there stays where it is while more comes.
    Still still() {
        var kept = hashes;
        var count = size;
        return out -> {
            for (var field = 0; field < FIELDS; field++) out.ints(kept, field, count * FIELDS, FIELDS);
        };
    }

    void read(ColumnsIn in) {
        for (var field = 0; field < FIELDS; field++) {
            var column = in.ints();
            if (field == 0) {
                size = column.length;
                hashes = new int[Math.max(hashes.length, size * FIELDS)];
            }
            for (var number = 0; number < size; number++) hashes[number * FIELDS + field] = column[number];
        }
        var room = slots.length;
        while (size > room / 4 * 3) room *= 2;
        slots = new int[room];
        for (var number = 0; number < size; number++) put(number);
    }

    private int slot(int hashed) {
        return hashed & slots.length - 1;
    }
}
