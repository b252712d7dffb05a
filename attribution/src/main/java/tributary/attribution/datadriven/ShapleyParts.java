package tributary.attribution.datadriven;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// The Shapley values of campaigns, deal by deal. In this game some campaigns together win the deals whose paths
/// need no others; its values are each deal's amount in equal parts to the campaigns of its path, however often and
/// in whatever order they are in it. docs/data-driven-models.md proves it.
public final class ShapleyParts {
    private final CampaignPaths paths;
    private final Ranks ranks;
    private final int[] seenIn;
    private final int[] members;

    /// @param id of a campaign by its number
    public ShapleyParts(CampaignPaths paths, IntFunction<String> id) {
        this.paths = paths;
        this.ranks = new Ranks(paths.campaigns(id));
        this.seenIn = new int[ranks.size()];
        this.members = new int[ranks.size()];
    }

    /// What a deal gives a campaign.
    interface Part {
        void part(int rank, int closeDay, long minor);
    }

    /// What a campaign gets on each day on which it gets anything, in minor units.
    public SortedMap<Integer, Long> daily(int campaign) {
        var days = new TreeMap<Integer, Long>();
        each((rank, day, minor) -> {
            if (ranks.campaign(rank) == campaign) days.merge(day, minor, Long::sum);
        });
        return days;
    }

    /// What all campaigns together get on each day on which they get anything, in minor units.
    public SortedMap<Integer, Long> daily() {
        var days = new TreeMap<Integer, Long>();
        each((_, day, minor) -> days.merge(day, minor, Long::sum));
        return days;
    }

    Ranks ranks() {
        return ranks;
    }

    void each(Part out) {
        Arrays.fill(seenIn, -1);
        for (var path = 0; path < paths.size(); path++) if (paths.isConverted(path)) share(path, distinct(path), out);
    }

    private int distinct(int path) {
        var size = 0;
        for (var place = paths.from(path); place < paths.to(path); place++) {
            var rank = ranks.of(paths.campaign(place));
            if (seenIn[rank] != path) members[size++] = rank;
            seenIn[rank] = path;
        }
        return size;
    }

    private void share(int path, int size, Part out) {
        if (size == 0) return;
        Arrays.sort(members, 0, size);
        var amount = paths.amount(path);
        var part = Math.abs(amount) / size;
        var rest = Math.abs(amount) % size;
        for (var i = 0; i < size; i++)
            out.part(members[i], paths.day(path), Long.signum(amount) * (i < rest ? part + 1 : part));
    }
}
