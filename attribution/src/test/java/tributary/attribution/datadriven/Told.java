package tributary.attribution.datadriven;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Paths told in a test: campaigns are letters, the amount stands at the end of a path that led to a deal.
final class Told {
    /// Campaign 0 is A.
    static final IntFunction<String> ID = number -> String.valueOf((char) ('A' + number));

    /// @param minor the deal's amount, or `null` if there was none
    record Path(String campaigns, Long minor) {}

    private Told() {}

    static Path won(String campaigns, long minor) {
        return new Path(campaigns, minor);
    }

    static Path lost(String campaigns) {
        return new Path(campaigns, null);
    }

    static CampaignPaths paths(List<Path> told) {
        var paths = new CampaignPaths();
        for (var path : told) {
            path.campaigns().chars().forEach(letter -> paths.accept(letter - 'A'));
            if (path.minor() == null) paths.ended();
            else paths.converted(19_000, path.minor());
        }
        return paths;
    }

    static MarkovChain chain(Path... told) {
        return new MarkovChain(paths(List.of(told)), ID);
    }

    /// What campaigns A, B, … get.
    static List<Long> shares(CampaignShares shares, int campaigns) {
        var all = new ArrayList<Long>();
        for (var campaign = 0; campaign < campaigns; campaign++) all.add(shares.of(campaign));
        return all;
    }
}
