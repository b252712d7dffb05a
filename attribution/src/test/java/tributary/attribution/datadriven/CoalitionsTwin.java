package tributary.attribution.datadriven;

import java.util.List;

/// The slow, obvious way to Shapley values: what a campaign adds to each coalition of the others.
final class CoalitionsTwin {
    private CoalitionsTwin() {}

    static double value(List<Told.Path> told, int campaign, int campaigns) {
        var value = 0.0;
        for (var coalition = 0; coalition < 1 << campaigns; coalition++) {
            if ((coalition & 1 << campaign) != 0) continue;
            var size = Integer.bitCount(coalition);
            var weight = factorial(size) * factorial(campaigns - size - 1) / factorial(campaigns);
            value += weight * (worth(told, coalition | 1 << campaign) - worth(told, coalition));
        }
        return value;
    }

    /// The deals that these campaigns win without any other.
    private static long worth(List<Told.Path> told, int coalition) {
        return told.stream()
                .filter(path -> path.minor() != null && !path.campaigns().isEmpty())
                .filter(path -> path.campaigns().chars().allMatch(letter -> (coalition & 1 << letter - 'A') != 0))
                .mapToLong(Told.Path::minor)
                .sum();
    }

    private static double factorial(int number) {
        return number < 2 ? 1 : number * factorial(number - 1);
    }
}
