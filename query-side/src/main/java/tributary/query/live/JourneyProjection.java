package tributary.query.live;

import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;
import tributary.events.AccountId;
import tributary.events.Fact;
import tributary.events.StoredName;
import tributary.store.FactMetadata;
import tributary.store.Recorded;

/// Folds each fact into the journeys of its account. A fact that cannot be applied stops its segment and is shown.
final class JourneyProjection {
    /// The processing group, and the name of its processor.
    static final String GROUP = "journeys";

    private final Ledgers ledgers;
    private final Stoppages stoppages;

    JourneyProjection(Ledgers ledgers, Stoppages stoppages) {
        this.ledgers = ledgers;
        this.stoppages = stoppages;
    }

    @EventHandler
    void on(
            Fact fact,
            @MetaDataValue(value = FactMetadata.ACCOUNT, required = true) String account,
            @Timestamp Instant recordedAt,
            TrackingToken token) {
        apply(new Recorded(token.position().orElseThrow(), recordedAt, new AccountId(account), fact));
    }

    void apply(Recorded recorded) {
        try {
            ledgers.of(recorded.account()).fold(recorded);
            stoppages.applied(recorded.account());
        } catch (RuntimeException failure) {
            stoppages.stopped(recorded.account(), explained(recorded, failure));
            throw failure;
        }
    }

    private static String explained(Recorded recorded, RuntimeException failure) {
        var type = StoredName.of(recorded.fact().getClass()).stored();
        return "the fact at position " + recorded.position() + " (" + type + ") cannot be applied: " + failure;
    }
}
