package tributary.query.live;

import java.time.Instant;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;
import tributary.events.AccountId;
import tributary.events.Fact;
import tributary.events.InteractionsRecorded;
import tributary.events.StoredName;
import tributary.query.journey.PreparedActs;
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
        apply(
                recorded.account(),
                ledger -> ledger.fold(recorded),
                recorded.position(),
                recorded.fact().getClass());
    }

    /// As [#apply(Recorded)], of a batch that was prepared before.
    void apply(long position, AccountId account, PreparedActs batch) {
        apply(account, ledger -> ledger.fold(position, batch), position, InteractionsRecorded.class);
    }

    private void apply(AccountId account, Consumer<AccountLedger> folding, long position, Class<? extends Fact> type) {
        try {
            folding.accept(ledgers.of(account));
            stoppages.applied(account);
        } catch (RuntimeException failure) {
            stoppages.stopped(
                    account,
                    "the fact at position " + position + " ("
                            + StoredName.of(type).stored() + ") cannot be applied: " + failure);
            throw failure;
        }
    }
}
