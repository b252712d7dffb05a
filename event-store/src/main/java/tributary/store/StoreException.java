package tributary.store;

import java.sql.SQLException;
import tributary.events.Refusal;

/// The database did something we did not expect of it.
public final class StoreException extends RuntimeException {
    StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /// What to throw: a refusal to try again later when the database is out of reach or full, otherwise a defect.
    static RuntimeException of(Dialect dialect, SQLException failure) {
        if (dialect.isAway(failure))
            return new Refusal.Busy(
                    "event-store-away",
                    "The event store cannot be written or read now",
                    dialect.place() + " answered: " + failure.getMessage(),
                    5);
        return new StoreException(dialect.place() + " failed: " + failure.getMessage(), failure);
    }
}
