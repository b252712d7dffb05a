package tributary.query.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordsTest {
    private static final int OWNERS = 20_000;

    private final Random random = new Random(7);
    private final Records records = new Records();
    private final Map<Integer, long[]> expected = new HashMap<>();

    @Test
    void contributions_stay_what_they_are_while_all_are_moved_together_bit_by_bit() {
        for (var round = 0; round < 400_000; round++) replace(random.nextInt(OWNERS));

        for (var owner = 0; owner < OWNERS; owner++) {
            var longs = expected.getOrDefault(owner, new long[0]);
            assertThat(records.holds(owner, longs, 0, longs.length))
                    .as("owner %d", owner)
                    .isTrue();
        }
        assertThat(records.room())
                .isLessThan(6L
                        * expected.values().stream()
                                .mapToLong(longs -> longs.length)
                                .sum());
    }

    private void replace(int owner) {
        var longs = new long[random.nextInt(30)];
        for (var i = 0; i < longs.length; i++) longs[i] = random.nextLong();
        if (longs.length > 0) longs[0] = longs.length;
        records.replace(owner, longs, longs.length);
        expected.put(owner, longs);
    }
}
