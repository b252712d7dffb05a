package tributary.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import tributary.events.AccountId;
import tributary.events.Fact;
import tributary.events.StoredName;
import tributary.store.codec.FactCodec;

/// Gives events their positions and instants, and writes them.
final class EventAppender {
    private final Dialect dialect;
    private final Clock clock;
    private final FactCodec codec;
    private final MetadataJson metadata;
    private final SqlAccounts accounts;
    private final Histories histories;

    EventAppender(
            Dialect dialect,
            Clock clock,
            FactCodec codec,
            MetadataJson metadata,
            SqlAccounts accounts,
            Histories histories) {
        this.dialect = dialect;
        this.clock = clock;
        this.codec = codec;
        this.metadata = metadata;
        this.accounts = accounts;
        this.histories = histories;
    }

    void append(Session writer, List<? extends EventMessage<?>> events) throws SQLException {
        long position = EventTable.head(writer);
        long recordedAt = Math.max(Micros.of(clock.instant()), EventTable.lastRecordedAt(writer));
        var payloads = new Payloads(events.stream().map(EventAppender::fact).toList(), codec);
        for (int i = 0; i < events.size(); i++)
            append(writer, row(events.get(i), ++position, recordedAt, payloads.get(i)), events.get(i));
    }

    private static Fact fact(EventMessage<?> event) {
        if (event.getPayload() instanceof Fact fact) return fact;
        throw new IllegalArgumentException(event.getPayloadType() + " is not a fact and cannot be stored");
    }

    private void append(Session writer, EventRow row, EventMessage<?> event) throws SQLException {
        boolean json = !FactCodec.isBatch(row.name());
        try {
            EventTable.insert(dialect, writer, row, json);
        } catch (SQLException failure) {
            if (row.aggregate() != null && dialect.isDuplicate(failure)) throw conflict(row, failure);
            throw failure;
        }
        accounts.met(new AccountId(row.account()), row.position());
        if (event instanceof DomainEventMessage<?> message) histories.appended(row, message);
    }

    private EventRow row(EventMessage<?> event, long position, long recordedAt, byte[] payload) {
        var domain = event instanceof DomainEventMessage<?> message ? message : null;
        return new EventRow(
                position,
                recordedAt,
                metadata.account(event.getMetaData()),
                domain == null ? null : domain.getAggregateIdentifier(),
                domain == null ? null : domain.getType(),
                domain == null ? 0 : domain.getSequenceNumber(),
                StoredName.of(event.getPayloadType()).stored(),
                FactCodec.REVISION,
                event.getIdentifier(),
                metadata.write(event.getMetaData()),
                payload);
    }

    private static RuntimeException conflict(EventRow row, SQLException failure) {
        var message = "the aggregate " + row.aggregate() + " has an event of sequence " + row.sequence() + " already";
        return row.sequence() == 0
                ? new AggregateStreamCreationException(message, failure)
                : new ConcurrencyException(message, failure);
    }
}
