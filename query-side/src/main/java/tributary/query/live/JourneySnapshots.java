package tributary.query.live;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import tributary.events.AccountId;

/// Where journeys are kept as they were, beside the facts that they follow from: whoever begins with a snapshot
/// need not fold the facts before it. A snapshot that is lost, or cannot be read, costs time and nothing else.
public interface JourneySnapshots {
    /// Which journeys a snapshot is of.
    ///
    /// @param position up to which all facts of the account are included
    /// @param recordedAt of the fact at that position: tells whether the store is still the one it was
    record Label(AccountId account, long position, Instant recordedAt) {}

    /// How much was kept.
    ///
    /// @param pieces of the whole snapshot, and `bytes` before they were packed
    /// @param newPieces those that no earlier snapshot had, and `packedBytes` as they were written
    record Kept(int pieces, long bytes, int newPieces, long packedBytes) {}

    /// Reads the newest snapshot of an account.
    ///
    /// @param reader takes the pieces as they were kept, in order; not to be used afterwards
    /// @throws RuntimeException if there is one and it cannot be read, or if what the reader throws
    <T> Optional<T> newest(AccountId account, BiFunction<Label, Iterator<byte[]>, T> reader);

    /// Keeps a snapshot, which takes the place of older ones once it is whole.
    ///
    /// @param pieces gives the pieces to whoever takes them, in order
    Kept keep(Label label, Consumer<Consumer<byte[]>> pieces);
}
