package tributary.store;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import tributary.events.AccountId;
import tributary.events.Fact;
import tributary.store.codec.FactCodec;
import tributary.store.codec.InteractionColumns;

/// A row of the table of events, not decoded yet.
///
/// @param aggregate `null`, with its type, for an event that is not part of one; `sequence` is 0 then
/// @param metadata JSON, or `null`
record EventRow(
        long position,
        long recordedAt,
        String account,
        String aggregate,
        String aggregateType,
        long sequence,
        String name,
        String revision,
        String eventId,
        String metadata,
        byte[] payload) {
    Instant timestamp() {
        return Micros.instant(recordedAt);
    }

    /// @throws UnreadableFactException if this version cannot read it
    Fact fact(FactCodec codec) {
        return reading(() -> codec.decode(name, revision, payload));
    }

    /// What becomes of a batch's columns.
    ///
    /// @throws UnreadableFactException if this version cannot read it
    <T> T columns(FactCodec codec, Function<InteractionColumns, T> use) {
        return reading(() -> use.apply(codec.decodeColumns(revision, payload)));
    }

    private <T> T reading(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException unreadable) {
            throw new UnreadableFactException(
                    position, name, revision, "cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    Recorded recorded(FactCodec codec) {
        return new Recorded(position, timestamp(), new AccountId(account), fact(codec));
    }
}
