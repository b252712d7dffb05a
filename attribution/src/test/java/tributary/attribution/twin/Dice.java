package tributary.attribution.twin;

import java.util.List;
import java.util.Random;

/// Chance with a seed, so that a history can be made again.
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /// Whether something happens that does so this often in a hundred times.
    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    /// 0 to `bound` - 1.
    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    Random random() {
        return random;
    }
}
