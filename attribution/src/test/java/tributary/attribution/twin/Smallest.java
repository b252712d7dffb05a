package tributary.attribution.twin;

import java.util.ArrayList;
import java.util.function.Predicate;

/// Takes lines out of a history for as long as something stays true of it, so that a failure can be read.
final class Smallest {
    private Smallest() {}

    static History of(History history, Predicate<History> fails) {
        var smallest = history;
        for (var width = history.lines().size() / 2; width > 0; width /= 2)
            for (var from = 0; from < smallest.lines().size(); ) {
                var fewer = without(smallest, from, width);
                if (stillFails(fewer, fails)) smallest = fewer;
                else from += width;
            }
        return smallest;
    }

    private static History without(History history, int from, int width) {
        var lines = new ArrayList<>(history.lines());
        lines.subList(from, Math.min(from + width, lines.size())).clear();
        return new History(history.seed(), history.account(), lines);
    }

    /// A history that lost what others refer to proves nothing.
    private static boolean stillFails(History history, Predicate<History> fails) {
        try {
            return fails.test(history);
        } catch (RuntimeException | AssertionError _) {
            return false;
        }
    }
}
