package tributary.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.RevisionResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The state of aggregates as JSON of their fields, one row each. A snapshot is a short cut and no more: one of
/// another `@Revision`, or one that no longer fits its class, is passed over, and the aggregate is read from its
/// events.
final class Snapshots {
    private final RevisionResolver revisions = new AnnotationRevisionResolver();
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .with(Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    void save(Session writer, DomainEventMessage<?> snapshot) throws SQLException {
        writer.execute(
                """
                insert into snapshots (aggregate, aggregate_type, sequence, taken_at, revision, type, payload)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (aggregate) do update set
                    aggregate_type = excluded.aggregate_type, sequence = excluded.sequence,
                    taken_at = excluded.taken_at, revision = excluded.revision,
                    type = excluded.type, payload = excluded.payload
                where excluded.sequence >= snapshots.sequence""",
                snapshot.getAggregateIdentifier(),
                snapshot.getType(),
                snapshot.getSequenceNumber(),
                Micros.of(snapshot.getTimestamp()),
                revisions.revisionOf(snapshot.getPayloadType()),
                snapshot.getPayloadType().getName(),
                json.writeValueAsString(snapshot.getPayload()));
    }

    Optional<DomainEventMessage<?>> load(Session session, String aggregate) throws SQLException {
        return Optional.ofNullable(session.first(
                row -> message(aggregate, row),
                "select aggregate_type, sequence, taken_at, revision, type, payload from snapshots where aggregate = ?",
                aggregate));
    }

    private DomainEventMessage<?> message(String aggregate, ResultSet row) throws SQLException {
        try {
            var type = Class.forName(row.getString(5));
            if (!Objects.equals(revisions.revisionOf(type), row.getString(4))) return null;
            long takenAt = row.getLong(3);
            return new GenericDomainEventMessage<>(
                    row.getString(1),
                    aggregate,
                    row.getLong(2),
                    new GenericMessage<>(json.readValue(row.getString(6), type)),
                    () -> Micros.instant(takenAt));
        } catch (ClassNotFoundException | JacksonException _) {
            return null;
        }
    }
}
