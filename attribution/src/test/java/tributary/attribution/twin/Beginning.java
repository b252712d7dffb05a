package tributary.attribution.twin;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;

/// One of the ways a contact may have begun (D-1); the earliest is its creation.
///
/// @param how of several at one instant a submission wins, then an identification, then other acts, then a
/// statement
/// @param act of a submission or another act, else `null`
/// @param visitor of an identification, else `null`
/// @param number in the order of recording
record Beginning(Instant at, How how, Act act, String visitor, int number) {
    enum How {
        SUBMISSION,
        IDENTIFICATION,
        OTHER_ACT,
        STATEMENT
    }

    private static final Comparator<Beginning> WAYS = comparing(Beginning::at)
            .thenComparing(Beginning::how)
            .thenComparing((a, b) -> a.act == null || b.act == null ? 0 : Act.ORDER.compare(a.act, b.act));

    static final Comparator<Beginning> ORDER = WAYS.thenComparing(Beginning::number);

    /// The order of D-1 alone, for those of different contacts (D-46).
    static int compareWays(Beginning a, Beginning b) {
        return WAYS.compare(a, b);
    }
}
