package tributary.attribution.journey;

/// A run of touches in order of time (D-10): those of one browser token, or those of one contact without any token.
/// A cursor, filled anew for each strand so that judging makes no garbage.
///
/// Who acted: the contact named by the touch, else the owner of the browser at that instant (api.md section 3).
public final class Strand {
    private Touches touches;
    private int from;
    private int to;
    private int number;
    private boolean browser;
    private long[] ownedSince = {};
    private int[] owners = {};
    private int ownerCount;

    /// Points this cursor at a run of rows.
    ///
    /// @param number of the strand in the journeys, stable while they live
    /// @param browser whether it is a browser token's; otherwise it is a contact's, who is then the only owner
    /// @param ownedSince ascending instants (microseconds) from which `owners` hold, one each; the first holds
    /// backwards too
    /// @param owners numbers of (surviving) contacts
    /// @param ownerCount how many of both arrays are filled; 0 for a browser nobody was identified in
    public void set(
            Touches touches,
            int from,
            int to,
            int number,
            boolean browser,
            long[] ownedSince,
            int[] owners,
            int ownerCount) {
        this.touches = touches;
        this.from = from;
        this.to = to;
        this.number = number;
        this.browser = browser;
        this.ownedSince = ownedSince;
        this.owners = owners;
        this.ownerCount = ownerCount;
    }

    /// Points another cursor at the same run.
    public void copyTo(Strand other) {
        other.set(touches, from, to, number, browser, ownedSince, owners, ownerCount);
    }

    public Touches touches() {
        return touches;
    }

    /// First row.
    public int from() {
        return from;
    }

    /// Row after the last.
    public int to() {
        return to;
    }

    public int number() {
        return number;
    }

    public boolean browser() {
        return browser;
    }

    /// Whether all unnamed touches belong to one contact (or nobody): then [#owner] need not be asked for each.
    public boolean soleOwner() {
        return ownerCount <= 1;
    }

    /// The contact who owned this strand at an instant, or [Touches#NONE].
    public int owner(long atMicros) {
        if (ownerCount == 0) return Touches.NONE;
        var latest = 0;
        for (var i = 1; i < ownerCount && ownedSince[i] <= atMicros; i++) latest = i;
        return owners[latest];
    }
}
