package tributary.attribution.datadriven;

import java.util.function.IntFunction;

/// The first-order Markov chain of paths: from the start over campaigns to a conversion or to none, each transition
/// as probable as it was frequent. A campaign's removal effect is the part of all conversions that would be lost if
/// whoever comes to it went no further.
///
/// Everything is exact but for rounding in doubles, and always added up in the order of the campaigns' ids; see
/// docs/data-driven-models.md for the definition, and why one inverse gives all removal effects.
public final class MarkovChain {
    /// Removal effects count in units of 10⁻¹², so that equal ones are equal.
    public static final double UNIT = 1e12;

    private final Ranks states;
    /// Per state, the start last: how often each state follows, then a conversion, then the end.
    private final long[][] counts;
    private final long[] totals;
    private double conversion;
    private final long[] effects;

    /// @param id of a campaign by its number
    public MarkovChain(CampaignPaths paths, IntFunction<String> id) {
        states = new Ranks(paths.campaigns(id));
        counts = new long[states.size() + 1][states.size() + 2];
        totals = new long[states.size() + 1];
        effects = new long[states.size()];
        for (var path = 0; path < paths.size(); path++) count(paths, path);
        if (totals[start()] > 0) solve();
    }

    private void count(CampaignPaths paths, int path) {
        if (paths.from(path) == paths.to(path)) return;
        var state = start();
        for (var place = paths.from(path); place < paths.to(path); place++) {
            var next = states.of(paths.campaign(place));
            count(state, next);
            state = next;
        }
        count(state, paths.isConverted(path) ? converted() : ended());
    }

    private void count(int from, int to) {
        counts[from][to]++;
        totals[from]++;
    }

    /// Whoever converts through a campaign comes to it, and converts from there: so removing it loses its reach
    /// times its own conversion.
    private void solve() {
        var visits = visits();
        var reach = new double[states.size()];
        var conversions = new double[states.size()];
        for (var state = 0; state < states.size(); state++) {
            for (var from = 0; from < states.size(); from++)
                reach[state] += probability(start(), from) * visits[from][state];
            reach[state] /= visits[state][state];
            for (var to = 0; to < states.size(); to++)
                conversions[state] += visits[state][to] * probability(to, converted());
        }
        for (var state = 0; state < states.size(); state++)
            conversion += probability(start(), state) * conversions[state];
        for (var state = 0; state < states.size() && conversion > 0; state++)
            effects[state] = Math.round(UNIT * Math.min(1, reach[state] * conversions[state] / conversion));
    }

    /// Expected visits to each state from each: the inverse of 1 − transitions. Each path ends, so pivots are
    /// positive and rows need not be exchanged.
    private double[][] visits() {
        var size = states.size();
        var matrix = new double[size][size];
        for (var from = 0; from < size; from++)
            for (var to = 0; to < size; to++) matrix[from][to] = (from == to ? 1 : 0) - probability(from, to);
        for (var pivot = 0; pivot < size; pivot++) eliminate(matrix, pivot);
        return matrix;
    }

    private static void eliminate(double[][] matrix, int pivot) {
        var pivots = matrix[pivot];
        var divisor = pivots[pivot];
        pivots[pivot] = 1;
        for (var column = 0; column < pivots.length; column++) pivots[column] /= divisor;
        for (var row = 0; row < pivots.length; row++) {
            var factor = matrix[row][pivot];
            if (row == pivot || factor == 0) continue;
            matrix[row][pivot] = 0;
            for (var column = 0; column < pivots.length; column++) matrix[row][column] -= factor * pivots[column];
        }
    }

    /// Numbers of the campaigns that are states, in the order of their ids.
    public int[] campaigns() {
        return states.campaigns();
    }

    /// How many states there are; they have numbers from 0 in the order of [#campaigns].
    public int size() {
        return states.size();
    }

    /// In place of a state to come from: the beginning of each path.
    public int start() {
        return states.size();
    }

    /// In place of a state to go to: a won deal.
    public int converted() {
        return states.size();
    }

    /// In place of a state to go to: no won deal.
    public int ended() {
        return states.size() + 1;
    }

    /// How probable it is that one state follows another; 0 from one that never was.
    public double probability(int from, int to) {
        return counts[from][to] == 0 ? 0 : (double) counts[from][to] / totals[from];
    }

    /// How probable a conversion is from the start; 0 without any path.
    public double conversion() {
        return conversion;
    }

    /// The removal effect of a state in units of 10⁻¹², 0 to [#UNIT]; 0 for all when nothing converts.
    public long removalEffect(int state) {
        return effects[state];
    }
}
