package tributary.store;

import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import tributary.events.Fact;
import tributary.events.StoredName;
import tributary.store.codec.FactCodec;

/// A message whose payload is decoded when it is first asked for; its type is known before.
final class StoredMessage implements Message<Fact> {
    private final EventRow row;
    private final FactCodec codec;
    private final MetaData metadata;
    private volatile Fact payload;

    StoredMessage(EventRow row, FactCodec codec, MetaData metadata) {
        this(row, codec, metadata, null);
    }

    private StoredMessage(EventRow row, FactCodec codec, MetaData metadata, Fact payload) {
        this.row = row;
        this.codec = codec;
        this.metadata = metadata;
        this.payload = payload;
    }

    @Override
    public String getIdentifier() {
        return row.eventId();
    }

    @Override
    public MetaData getMetaData() {
        return metadata;
    }

    @Override
    public Fact getPayload() {
        if (payload == null) payload = row.fact(codec);
        return payload;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<Fact> getPayloadType() {
        try {
            return (Class<Fact>) StoredName.of(row.name()).type();
        } catch (IllegalArgumentException unknown) {
            throw new UnreadableFactException(
                    row.position(), row.name(), row.revision(), "cannot be read: " + unknown.getMessage(), unknown);
        }
    }

    @Override
    public StoredMessage withMetaData(Map<String, ?> metadata) {
        return new StoredMessage(row, codec, MetaData.from(metadata), payload);
    }

    @Override
    public StoredMessage andMetaData(Map<String, ?> metadata) {
        return withMetaData(this.metadata.mergedWith(metadata));
    }
}
