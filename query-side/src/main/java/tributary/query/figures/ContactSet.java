package tributary.query.figures;

import java.util.Arrays;

/// Distinct contacts, by their numbers.
final class ContactSet {
    private long[] bits = {};
    private int size;

    /// Adds a contact; says whether it is new here.
    boolean add(int contact) {
        var word = contact >> 6;
        if (word >= bits.length) bits = Arrays.copyOf(bits, Math.max(word + 1, bits.length * 2));
        var bit = 1L << contact;
        if ((bits[word] & bit) != 0) return false;
        bits[word] |= bit;
        size++;
        return true;
    }

    int size() {
        return size;
    }

    boolean has(int contact) {
        var word = contact >> 6;
        return contact >= 0 && word < bits.length && (bits[word] & 1L << contact) != 0;
    }
}
