package tributary.store;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import tributary.store.codec.FactCodec;

/// Makes Axon's messages of rows.
final class StoredMessages {
    private final FactCodec codec;
    private final MetadataJson metadata;

    StoredMessages(FactCodec codec, MetadataJson metadata) {
        this.codec = codec;
        this.metadata = metadata;
    }

    TrackedEventMessage<?> tracked(EventRow row) {
        var token = new GlobalSequenceTrackingToken(row.position());
        return row.aggregate() == null
                ? new GenericTrackedEventMessage<>(token, message(row), row::timestamp)
                : new GenericTrackedDomainEventMessage<>(
                        token, row.aggregateType(), row.aggregate(), row.sequence(), message(row), row::timestamp);
    }

    DomainEventMessage<?> ofAggregate(EventRow row) {
        return new GenericDomainEventMessage<>(
                row.aggregateType(), row.aggregate(), row.sequence(), message(row), row::timestamp);
    }

    private StoredMessage message(EventRow row) {
        return new StoredMessage(row, codec, metadata.read(row.account(), row.metadata()));
    }
}
