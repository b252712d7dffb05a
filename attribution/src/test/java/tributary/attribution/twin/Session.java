package tributary.attribution.twin;

import java.time.Instant;
import java.util.List;

/// A session: acts in one browser (or one token-less act), in order of time.
record Session(String visitor, List<Act> acts) {
    Act first() {
        return acts.getFirst();
    }

    Act last() {
        return acts.getLast();
    }

    /// SES-4: a session counts on the day of its start.
    Instant start() {
        return first().at();
    }

    /// SES-5: it arrived by an ad, a CTA or a workflow's email, and so counts for nobody.
    boolean isExcluded() {
        return first().line().origin() != null;
    }
}
