package tributary.attribution.judge;

import java.util.Arrays;

/// A set of campaigns, emptied in one step.
final class CampaignSet {
    private int[] seenIn;
    private int[] members;
    private int size;
    private int round = 1;

    CampaignSet(int campaigns) {
        seenIn = new int[campaigns];
        members = new int[campaigns];
    }

    void clear() {
        size = 0;
        if (++round != 0) return;
        Arrays.fill(seenIn, 0);
        round = 1;
    }

    void add(int campaign) {
        if (seenIn[campaign] == round) return;
        seenIn[campaign] = round;
        members[size++] = campaign;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return members[index];
    }

    /// The first [#size] are meant, in the order of adding.
    int[] members() {
        return members;
    }
}
