package tributary.attribution.journey;

import java.time.Instant;
import java.time.ZoneId;

/// A deal as it stands at present: merged, converted, with its whole stage history. Arrays are not copied and must
/// not change.
///
/// @param number of the deal in the journeys
/// @param createdAt microseconds since 1970 UTC
/// @param stageAt when each stage was entered (the first at creation), in order of (at, recording)
/// @param stageWon whether each of these stages is closed-won by the present pipelines (D-13)
/// @param contacts numbers of (surviving) contacts, one for each association; a contact may stand more than once
/// @param contactFrom when each association began
/// @param contactTo when it ended (exclusive), or [#OPEN]
/// @param deleted whether it is deleted at present, or merged into another
/// @param hasAmount whether the amount is known
/// @param amountMinor in minor units of the account's currency, converted and rounded (D-43); 0 without amount or
/// rate
/// @param convertible whether there is a rate for its currency
/// @param closeDay epoch day of a close date given as a pure day (D-44), or [#NO_DAY]
/// @param closeAt close date given as an instant, or [#NO_INSTANT]
public record Deal(
        int number,
        long createdAt,
        long[] stageAt,
        boolean[] stageWon,
        int[] contacts,
        long[] contactFrom,
        long[] contactTo,
        boolean deleted,
        boolean hasAmount,
        long amountMinor,
        boolean convertible,
        int closeDay,
        long closeAt) {
    public static final long OPEN = Long.MAX_VALUE;
    public static final int NO_DAY = Integer.MIN_VALUE;
    public static final long NO_INSTANT = Long.MIN_VALUE;

    /// What [#wonAt] gives for a deal that is not won.
    public static final long NOT_WON = Long.MIN_VALUE;

    /// The moment of the win: the latest entry into a closed-won stage from one that is not (DEC-9), or [#NOT_WON]
    /// when the present stage is not closed-won or the deal is deleted.
    public long wonAt() {
        return deleted ? NOT_WON : wonAt(stageAt, stageWon);
    }

    /// As [#wonAt()], of stages in order of (at, recording).
    public static long wonAt(long[] stageAt, boolean[] stageWon) {
        var last = stageAt.length - 1;
        if (last < 0 || !stageWon[last]) return NOT_WON;
        while (last > 0 && stageWon[last - 1]) last--;
        return stageAt[last];
    }

    /// Epoch day of the effective close date in the account's zone: the close date, else the day of the win
    /// (DEAL-4, D-44).
    public static int effectiveCloseDay(int closeDay, long closeAt, long wonAt, ZoneId zone) {
        if (closeDay != NO_DAY) return closeDay;
        var micros = closeAt != NO_INSTANT ? closeAt : wonAt;
        var instant =
                Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
        return (int) instant.atZone(zone).toLocalDate().toEpochDay();
    }

    /// Whether this association holds at an instant: `[from, to)` (D-40).
    public boolean associated(int association, long atMicros) {
        return contactFrom[association] <= atMicros && atMicros < contactTo[association];
    }
}
