package tributary.attribution.twin;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What each interaction of a path gets of an amount under a model (docs/rules.md, DEC-16, DEC-17), in exact
/// numbers.
final class Credit {
    static final List<String> MODELS = List.of(
            "LINEAR",
            "FIRST_INTERACTION",
            "LAST_INTERACTION",
            "FULL_PATH",
            "U_SHAPED",
            "W_SHAPED",
            "TIME_DECAY",
            "J_SHAPED",
            "INVERSE_J_SHAPED");

    private static final double HALF_LIFE_MICROS = Duration.ofDays(7).toSeconds() * 1e6;

    private Credit() {}

    /// D-43: negative amounts are split by absolute value.
    static long[] parts(long amountMinor, Path path, String model) {
        var parts = split(BigInteger.valueOf(Math.abs(amountMinor)), weights(path, model));
        return amountMinor < 0 ? Arrays.stream(parts).map(part -> -part).toArray() : parts;
    }

    /// Largest remainder, ties to the earlier interaction.
    private static long[] split(BigInteger amount, List<BigDecimal> weights) {
        var whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var shares = weights.stream()
                .map(weight -> weight.multiply(new BigDecimal(amount)).divideAndRemainder(whole))
                .toList();
        var parts =
                shares.stream().mapToLong(share -> share[0].longValueExact()).toArray();
        var left = amount.longValueExact() - Arrays.stream(parts).sum();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.<Integer, BigDecimal>comparing(i -> shares.get(i)[1])
                        .reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }

    private static List<BigDecimal> weights(Path path, String model) {
        return switch (model) {
            case "LINEAR" -> evenly(path);
            case "FIRST_INTERACTION" -> milestones(path, 1000, 0, 0, 0, 0);
            case "LAST_INTERACTION" -> milestones(path, 0, 0, 0, 1000, 0);
            case "FULL_PATH" -> milestones(path, 225, 225, 225, 225, 100);
            case "U_SHAPED" -> milestones(path, 400, 400, 0, 0, 200);
            case "W_SHAPED" -> milestones(path, 300, 300, 300, 0, 100);
            case "TIME_DECAY" -> decaying(path);
            case "J_SHAPED" -> milestones(path, 200, 0, 0, 600, 200);
            case "INVERSE_J_SHAPED" -> milestones(path, 600, 0, 0, 200, 200);
            default -> throw new IllegalArgumentException(model);
        };
    }

    private static List<BigDecimal> evenly(Path path) {
        return path.acts().stream().map(_ -> BigDecimal.ONE).toList();
    }

    private static List<BigDecimal> decaying(Path path) {
        return path.acts().stream()
                .map(act -> Duration.between(act.at(), path.wonAt()).toNanos() / 1000.0)
                .map(age -> new BigDecimal(Math.pow(2, -age / HALF_LIFE_MICROS)))
                .toList();
    }

    /// Per mille. One interaction with several milestones gets their sum; a milestone without an interaction, or a
    /// middle without interactions, is dropped; the rest is scaled up, which [#split] does by dividing by what
    /// there is.
    private static List<BigDecimal> milestones(Path path, int first, int lead, int deal, int close, int middle) {
        var roles = new int[path.acts().size()];
        roles[path.first()] += first;
        if (path.lead() >= 0) roles[path.lead()] += lead;
        if (path.deal() >= 0) roles[path.deal()] += deal;
        roles[path.close()] += close;
        var middles = Arrays.stream(roles).filter(role -> role == 0).count();
        // Everything times the number of middle interactions, so that their shares are whole numbers too.
        var weights = new ArrayList<BigDecimal>();
        for (var role : roles) weights.add(BigDecimal.valueOf(role == 0 ? middle : role * Math.max(middles, 1)));
        return weights;
    }
}
