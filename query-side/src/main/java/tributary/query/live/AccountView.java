package tributary.query.live;

import java.time.Instant;
import java.util.Optional;
import tributary.events.AccountId;
import tributary.query.figures.Figures;

/// What a report sees: one account at one position, under one rule set. Good only within the function that
/// [ReportDesk] gave it to: facts wait meanwhile.
public interface AccountView {
    AccountId account();

    /// Of the last fact included.
    long position();

    /// Whether only facts recorded up to an instant are included.
    Optional<Instant> asOf();

    Figures figures();
}
