package tributary.attribution.datadriven;

import java.util.Arrays;
import java.util.function.IntFunction;
import tributary.attribution.credit.Remainders;

/// What each campaign gets, in minor units. Parts add up to what is shared, by largest remainder, equal remainders
/// to the campaign whose id comes first; a negative amount is shared by its absolute value (D-43).
public final class CampaignShares {
    private final Ranks campaigns;
    private final long[] minor;

    private CampaignShares(Ranks campaigns, long[] minor) {
        this.campaigns = campaigns;
        this.minor = minor;
    }

    /// What all deals that campaigns led to are worth together, in proportion to removal effects.
    public static CampaignShares markov(CampaignPaths paths, IntFunction<String> id) {
        var chain = new MarkovChain(paths, id);
        var minor = new long[chain.size()];
        var effects = new long[chain.size()];
        Arrays.setAll(effects, chain::removalEffect);
        var amount = paths.creditable();
        var whole = Arrays.stream(effects).sum();
        if (whole > 0) new Remainders().split(Math.abs(amount), effects, whole, effects.length, minor);
        if (amount < 0) negate(minor);
        return new CampaignShares(new Ranks(chain.campaigns()), minor);
    }

    /// Each deal's amount in equal parts to the campaigns of its path ([ShapleyParts]).
    public static CampaignShares shapley(CampaignPaths paths, IntFunction<String> id) {
        var parts = new ShapleyParts(paths, id);
        var minor = new long[parts.ranks().size()];
        parts.each((rank, _, part) -> minor[rank] += part);
        return new CampaignShares(parts.ranks(), minor);
    }

    private static void negate(long[] parts) {
        for (var place = 0; place < parts.length; place++) parts[place] = -parts[place];
    }

    /// What a campaign gets, by its number; 0 if no path has it.
    public long of(int campaign) {
        return campaigns.has(campaign) ? minor[campaigns.of(campaign)] : 0;
    }

    /// What all get together.
    public long total() {
        return Arrays.stream(minor).sum();
    }
}
