package tributary.attribution.twin;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;

/// A browser was found to be a contact's.
///
/// @param act the submission that did it, or `null` for a `visitor.identify`
/// @param number in the order of recording
record Identification(Instant at, String visitor, String contact, Act act, int number) {
    /// D-3: of several at one instant `visitor.identify` beats a submission, among submissions the later by D-10
    /// holds, among `visitor.identify` the one recorded later. Who holds stands last.
    static final Comparator<Identification> ORDER = comparing(Identification::at)
            .thenComparing(it -> it.act == null)
            .thenComparing((a, b) -> a.act == null || b.act == null ? 0 : Act.ORDER.compare(a.act, b.act))
            .thenComparing(Identification::number);
}
