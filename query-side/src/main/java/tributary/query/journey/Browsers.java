package tributary.query.journey;

import java.util.Arrays;
import tributary.attribution.journey.TextHash;
import tributary.attribution.journey.Touches;

/// Which strand a browser's token means. Tokens are kept as hashes only: nothing shows them, and the facts have
/// their texts.
final class Browsers {
    private final TextHash hash = new TextHash();
    private int[] slots = new int[16];

    // Three numbers for each strand: 96 bits of the hash of its token.
    private int[] hashes = {};

    private int size;

    /// The strand of this token, or [Touches#NONE] if it was not added.
    int find(String token) {
        hash.begin().add(token);
        for (var slot = first(); slots[slot] != 0; slot = next(slot)) {
            var strand = slots[slot] - 1;
            if (isHashOf(strand)) return strand;
        }
        return Touches.NONE;
    }

    /// Adds the token last looked for in vain.
    void addMissed(int strand) {
        hashes = Room.in(hashes, 3 * strand + 3);
        hashes[3 * strand] = (int) hash.low();
        hashes[3 * strand + 1] = (int) hash.high();
        hashes[3 * strand + 2] = (int) (hash.high() >>> Integer.SIZE);
        if (++size > slots.length / 4 * 3) rehash();
        put(strand);
    }

    private boolean isHashOf(int strand) {
        return hashes[3 * strand] == (int) hash.low()
                && hashes[3 * strand + 1] == (int) hash.high()
                && hashes[3 * strand + 2] == (int) (hash.high() >>> Integer.SIZE);
    }

    private void put(int strand) {
        var slot = hashes[3 * strand] & slots.length - 1;
        while (slots[slot] != 0) slot = next(slot);
        slots[slot] = strand + 1;
    }

    private void rehash() {
        var old = slots;
        slots = new int[old.length * 2];
        for (var entry : old) if (entry != 0) put(entry - 1);
    }

    private int first() {
        return (int) hash.low() & slots.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & slots.length - 1;
    }

    /// Gives back what is unused.
    ///
    /// @param strands how many strands there are
    void trim(int strands) {
        if (hashes.length > 3 * strands) hashes = Arrays.copyOf(hashes, 3 * strands);
    }
}
