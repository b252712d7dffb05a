package tributary.query.figures;

import java.util.Arrays;

/// Finds, among the influences of one contact, the earliest of each campaign. Remembers by number of campaign and
/// forgets without clearing.
final class EarliestByCampaign {
    private int[] place = {};
    private int[] round = {};
    private int[] met = new int[8];
    private int campaigns;
    private int now;

    void begin() {
        campaigns = 0;
        if (++now == Integer.MAX_VALUE) {
            Arrays.fill(round, 0);
            now = 1;
        }
    }

    /// An influence of the campaign stands at `at` in `longs`, its instant behind it.
    void meet(int campaign, int at, long[] longs) {
        if (campaign >= place.length) reach(campaign);
        if (round[campaign] != now) {
            round[campaign] = now;
            place[campaign] = at;
            if (campaigns == met.length) met = Arrays.copyOf(met, campaigns * 2);
            met[campaigns++] = campaign;
        } else if (longs[at + 1] < longs[place[campaign] + 1]) {
            place[campaign] = at;
        }
    }

    /// How many campaigns were met.
    int campaigns() {
        return campaigns;
    }

    void mark(long[] longs) {
        for (var i = 0; i < campaigns; i++) longs[place[met[i]]] |= Entry.OF_CAMPAIGN;
    }

    private void reach(int campaign) {
        var length = Math.max(campaign + 1, place.length * 2);
        place = Arrays.copyOf(place, length);
        round = Arrays.copyOf(round, length);
    }
}
