package tributary.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import tributary.events.AccountId;
import tributary.events.Fact;
import tributary.events.StoredName;
import tributary.store.EventTable.Last;
import tributary.store.codec.FactCodec;

/// Gives events their positions and instants, and writes them.
final class EventAppender implements Participant {
    private final Dialect dialect;
    private final Clock clock;
    private final FactCodec codec;
    private final MetadataJson metadata;
    private final SqlAccounts accounts;
    private final Histories histories;
    /// The last event of those that are committed, `null` while it is not known.
    private Last committed;
    /// The same with what this transaction has written, `null` if that is nothing.
    private Last written;

    EventAppender(
            Transactions transactions,
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
        transactions.join(this);
    }

    void append(Session writer, List<? extends EventMessage<?>> events) throws SQLException {
        var payloads = new Payloads(events.stream().map(EventAppender::fact).toList(), codec);
        if (committed == null) committed = EventTable.last(writer);
        var last = written == null ? committed : written;
        long recordedAt = Math.max(Micros.of(clock.instant()), last.recordedAt());
        var rows = new ArrayList<EventRow>(events.size());
        try {
            for (int i = 0; i < events.size(); i++) {
                rows.add(row(events.get(i), last.position() + i + 1, recordedAt, payloads.get(i)));
                EventTable.add(
                        dialect,
                        writer,
                        rows.getLast(),
                        !FactCodec.isBatch(rows.getLast().name()));
            }
            writer.executeAdded();
        } catch (SQLException failure) {
            if (dialect.isDuplicate(failure)) refuseRepeated(rows, failure);
            throw failure;
        }
        for (int i = 0; i < rows.size(); i++) remember(rows.get(i), events.get(i));
        written = new Last(last.position() + rows.size(), recordedAt);
    }

    @Override
    public void flush(Session writer) {}

    @Override
    public void committed() {
        if (written != null) committed = written;
        written = null;
    }

    @Override
    public void rolledBack() {
        written = null;
    }

    @Override
    public void forget(Session writer) {
        committed = null;
    }

    private void remember(EventRow row, EventMessage<?> event) {
        accounts.met(new AccountId(row.account()), row.position());
        if (event instanceof DomainEventMessage<?> message) histories.appended(row, message);
    }

    private static Fact fact(EventMessage<?> event) {
        if (event.getPayload() instanceof Fact fact) return fact;
        throw new IllegalArgumentException(event.getPayloadType() + " is not a fact and cannot be stored");
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

    /// Those behind the repeated one may have been added too.
    private void refuseRepeated(List<EventRow> added, SQLException failure) {
        var repeated = added.stream()
                .filter(row -> dialect.isAbout(failure, row.aggregate(), row.sequence()))
                .findFirst()
                .orElse(added.getLast());
        if (repeated.aggregate() == null) return;
        var message = "the aggregate " + repeated.aggregate() + " has an event of sequence " + repeated.sequence()
                + " already";
        throw repeated.sequence() == 0
                ? new AggregateStreamCreationException(message, failure)
                : new ConcurrencyException(message, failure);
    }
}
