package tributary.attribution.explain;

import java.util.List;
import tributary.attribution.SessionOrigin;
import tributary.attribution.TrafficSource;

/// A piece of a person's journey: a session with its acts, or an act outside any session. Bot acts are left out.
public sealed interface JourneyEntry {
    /// Microseconds since 1970 UTC.
    long from();

    /// A session.
    ///
    /// @param to time of its last act
    /// @param strand number of the strand: the browser, or the contact's own acts without a browser
    /// @param browser whether it is a browser's; without one, an act is a session of its own (SES-8)
    record Session(
            long from, long to, int strand, boolean browser, TrafficSource source, SessionOrigin origin, List<Act> acts)
            implements JourneyEntry {}

    /// An act outside any session; its source follows from its kind (D-18).
    record Single(Act act, TrafficSource source) implements JourneyEntry {
        @Override
        public long from() {
            return act.at();
        }
    }
}
