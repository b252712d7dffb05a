package tributary.benchmarks;

import java.util.Random;
import tributary.attribution.datadriven.CampaignPaths;
import tributary.attribution.datadriven.CampaignShares;

/// Measures both data-driven models over random paths, in milliseconds: `benchmarks/java DataDrivenSpeed [touches]
/// [campaigns]`.
public final class DataDrivenSpeed {
    private static final int ROUNDS = 5;
    private static final int LONGEST = 40;

    private DataDrivenSpeed() {}

    public static void main(String[] args) {
        var touches = args.length > 0 ? Integer.parseInt(args[0]) : 400_000;
        var campaigns = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        var paths = paths(new Random(1), touches, campaigns);
        for (var round = 0; round < ROUNDS; round++) {
            var begun = System.nanoTime();
            var markov = CampaignShares.markov(paths, Integer::toString);
            var middle = System.nanoTime();
            var shapley = CampaignShares.shapley(paths, Integer::toString);
            var end = System.nanoTime();
            if (markov.total() != shapley.total()) throw new AssertionError("both must share everything");
            System.out.printf(
                    "%,d touches in %,d paths, %d campaigns: MARKOV %.1f ms, SHAPLEY %.1f ms%n",
                    touches, paths.size(), campaigns, (middle - begun) / 1e6, (end - middle) / 1e6);
        }
    }

    private static CampaignPaths paths(Random random, int touches, int campaigns) {
        var paths = new CampaignPaths();
        for (var left = touches; left > 0; ) {
            var length = Math.min(left, 1 + random.nextInt(LONGEST));
            left -= length;
            for (var step = 0; step < length; step++) paths.accept(random.nextInt(campaigns));
            if (random.nextInt(4) == 0) paths.converted(19_000, random.nextLong(1, 1_000_000));
            else paths.ended();
        }
        return paths;
    }
}
