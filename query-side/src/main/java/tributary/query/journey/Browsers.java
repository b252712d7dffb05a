package tributary.query.journey;

import tributary.attribution.journey.Touches;

/// Which strand a browser's token means. Tokens are kept as hashes only: nothing shows them, and the facts have
/// their texts.
final class Browsers {
    private final TextHash hash = new TextHash();
    private int[] slots = new int[16];
    private long[] hashes = {};
    private int size;

    /// The strand of this token, or [Touches#NONE] if it was not added.
    int find(String token) {
        hash.begin().add(token);
        for (var slot = first(); slots[slot] != 0; slot = next(slot)) {
            var strand = slots[slot] - 1;
            if (hashes[2 * strand] == hash.high() && hashes[2 * strand + 1] == hash.low()) return strand;
        }
        return Touches.NONE;
    }

    /// Adds the token last looked for in vain.
    void addMissed(int strand) {
        hashes = Room.in(hashes, 2 * strand + 2);
        hashes[2 * strand] = hash.high();
        hashes[2 * strand + 1] = hash.low();
        size++;
        if (size > slots.length / 4 * 3) rehash();
        put(strand);
    }

    private void put(int strand) {
        var slot = (int) hashes[2 * strand + 1] & slots.length - 1;
        while (slots[slot] != 0) slot = next(slot);
        slots[slot] = strand + 1;
    }

    private void rehash() {
        var old = slots;
        slots = new int[old.length * 2];
        for (var entry : old) if (entry != 0 && entry - 1 < hashes.length / 2) put(entry - 1);
    }

    private int first() {
        return (int) hash.low() & slots.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & slots.length - 1;
    }
}
