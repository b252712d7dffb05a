package tributary.query.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tributary.attribution.journey.Touches;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HashesTest {
    private record Hash(long high, long low) {}

    private final SplittableRandom random = new SplittableRandom(7);
    private final Map<Hash, Integer> known = new HashMap<>();
    private final Hashes hashes = new Hashes();

    /// After each, since all are being moved now and then.
    @Test
    void whatever_was_put_is_found_from_then_on_and_nothing_else() {
        for (var i = 0; i < 1_500; i++) {
            put();
            if (i % 400 == 399) hashes.trim();
            if (i % 700 == 699) hashes.reach(2 * i);
            assertFound(hashes);
            assertThat(hashes.find(random.nextLong(), random.nextLong())).isEqualTo(Touches.NONE);
        }
    }

    @Test
    void a_copy_has_what_was_put_before_and_nothing_that_came_later() {
        hashes.trim(); // from here on moving takes several steps
        for (var size = 0; size < 300; size++) {
            var copy = hashes.copy();
            var hash = put();
            assertThat(copy.find(hash.high(), hash.low())).isEqualTo(Touches.NONE);
            var later = hashes.copy();
            for (var i = 0; i < 50; i++) later.put(random.nextLong(), random.nextLong(), 1_000_000 + i);
            assertFound(later);
            assertFound(hashes);
        }
    }

    private Hash put() {
        var hash = new Hash(random.nextLong(), random.nextLong());
        hashes.put(hash.high(), hash.low(), known.size());
        known.put(hash, known.size());
        return hash;
    }

    private void assertFound(Hashes where) {
        for (var hash : known.keySet())
            if (where.find(hash.high(), hash.low()) != known.get(hash))
                throw new AssertionError(hash + " was put as " + known.get(hash));
    }
}
