package tributary.attribution.datadriven;

import java.util.Arrays;

/// Places of campaigns in a list of them.
final class Ranks {
    private static final int NONE = -1;

    private final int[] campaigns;
    private final int[] rank;

    Ranks(int[] campaigns) {
        this.campaigns = campaigns;
        this.rank = new int[Arrays.stream(campaigns).max().orElse(-1) + 1];
        Arrays.fill(rank, NONE);
        for (var place = 0; place < campaigns.length; place++) rank[campaigns[place]] = place;
    }

    int size() {
        return campaigns.length;
    }

    int campaign(int place) {
        return campaigns[place];
    }

    int[] campaigns() {
        return campaigns.clone();
    }

    /// Place of a campaign that is in the list.
    int of(int campaign) {
        return rank[campaign];
    }

    boolean has(int campaign) {
        return campaign >= 0 && campaign < rank.length && rank[campaign] != NONE;
    }
}
