package tributary.attribution.credit;

import java.util.Arrays;
import tributary.attribution.rules.CreditModel;
import tributary.attribution.rules.Milestone;

/// Splits amounts along paths by one model. Parts are whole minor units by largest remainder, ties to the earlier
/// interaction, and add up to the amount exactly (DEC-17); negative amounts are split by absolute value (D-43).
/// Reusable; one per thread.
public final class Split {
    private final CreditModel model;
    private final Milestone anchor;
    private final Remainders remainders = new Remainders();
    private long[] weights = new long[16];
    private double[] decays = new double[16];
    private long whole;

    /// @param anchor of J models (DEC-16)
    public Split(CreditModel model, Milestone anchor) {
        this.model = model;
        this.anchor = anchor;
    }

    /// Splits an amount.
    ///
    /// @param amountMinor minor units of the account's currency
    /// @param parts takes one part for each interaction, in the order of the path, in the same unit
    public void split(Path path, long amountMinor, long[] parts) {
        if (path.length() == 0) return;
        if (amountMinor == Long.MIN_VALUE) throw new ArithmeticException("the amount is beyond what can be split");
        splitWhole(path, Math.abs(amountMinor), parts);
        if (amountMinor < 0) for (var place = 0; place < path.length(); place++) parts[place] = -parts[place];
    }

    private void splitWhole(Path path, long amount, long[] parts) {
        switch (model) {
            case CreditModel.Linear() -> splitEvenly(path.length(), amount, parts);
            case CreditModel.Milestones shares -> splitByMilestones(path, shares, amount, parts);
            case CreditModel.Anchored shares -> splitByMilestones(path, anchored(shares), amount, parts);
            case CreditModel.TimeDecay decay -> splitByAge(path, decay, amount, parts);
        }
    }

    /// The share of each interaction, 0 to 1, as a fraction that parts round.
    public double[] shares(Path path) {
        var shares = new double[path.length()];
        if (path.length() == 0) return shares;
        switch (model) {
            case CreditModel.Linear() -> Arrays.fill(shares, 1.0 / path.length());
            case CreditModel.Milestones milestones -> fillShares(path, milestones, shares);
            case CreditModel.Anchored milestones -> fillShares(path, anchored(milestones), shares);
            case CreditModel.TimeDecay decay -> {
                var sum = decay(path, decay);
                for (var place = 0; place < shares.length; place++) shares[place] = decays[place] / sum;
            }
        }
        return shares;
    }

    private void fillShares(Path path, CreditModel.Milestones milestones, double[] shares) {
        weigh(path, milestones);
        for (var place = 0; place < shares.length; place++) shares[place] = (double) weights[place] / whole;
    }

    private CreditModel.Milestones anchored(CreditModel.Anchored j) {
        return anchor == Milestone.DEAL
                ? new CreditModel.Milestones(j.first(), 0, j.anchor(), 0, j.middle())
                : new CreditModel.Milestones(j.first(), 0, 0, j.anchor(), j.middle());
    }

    private static void splitEvenly(int length, long amount, long[] parts) {
        var part = amount / length;
        var rest = amount % length;
        for (var place = 0; place < length; place++) parts[place] = place < rest ? part + 1 : part;
    }

    private void splitByMilestones(Path path, CreditModel.Milestones shares, long amount, long[] parts) {
        weigh(path, shares);
        remainders.split(amount, weights, whole, path.length(), parts);
    }

    /// In whole numbers: a milestone weighs its per mille times the number of middle interactions, which share
    /// theirs. What is missing drops out of the sum that everything is divided by.
    private void weigh(Path path, CreditModel.Milestones shares) {
        var length = path.length();
        if (weights.length < length) weights = new long[length * 2];
        Arrays.fill(weights, 0, length, 0);
        addRole(path, Milestone.FIRST, shares.first());
        addRole(path, Milestone.LEAD, shares.lead());
        addRole(path, Milestone.DEAL, shares.deal());
        addRole(path, Milestone.CLOSE, shares.close());
        var roles = 0L;
        var middles = 0L;
        for (var place = 0; place < length; place++) {
            roles += weights[place];
            if (weights[place] == 0) middles++;
        }
        var scale = Math.max(middles, 1);
        for (var place = 0; place < length; place++) {
            weights[place] = weights[place] == 0 ? shares.middle() : weights[place] * scale;
        }
        whole = roles * scale + shares.middle() * middles;
    }

    private void addRole(Path path, Milestone milestone, int share) {
        var place = path.place(milestone);
        if (place != Path.NONE) weights[place] += share;
    }

    private void splitByAge(Path path, CreditModel.TimeDecay decay, long amount, long[] parts) {
        var sum = decay(path, decay);
        remainders.split(amount, decays, sum, path.length(), parts);
    }

    /// Fills in the weights, summed in the order of the path. Where all are too small for a number, ages count from
    /// the latest interaction instead, which is the same in proportion.
    private double decay(Path path, CreditModel.TimeDecay decay) {
        if (decays.length < path.length()) decays = new double[path.length() * 2];
        var sum = decay(path, decay, path.wonAt());
        return sum >= Double.MIN_NORMAL ? sum : decay(path, decay, path.at()[path.length() - 1]);
    }

    private double decay(Path path, CreditModel.TimeDecay decay, long zero) {
        var halfLifeMicros = decay.halfLife().toNanos() / 1e3;
        var sum = 0.0;
        for (var place = 0; place < path.length(); place++) {
            decays[place] = Math.pow(2, -(zero - path.at()[place]) / halfLifeMicros);
            sum += decays[place];
        }
        return sum;
    }
}
