package tributary.store;

import java.time.Instant;
import java.util.OptionalLong;
import tributary.events.AccountId;
import tributary.events.Interaction;

/// The facts in bulk, beside Axon's stream. Within a transaction its own facts are seen too.
///
/// @see UnreadableFactException for what every reading method throws on a fact this version does not know
public interface Facts {
    /// The last position, 0 when nothing is recorded.
    long head();

    /// Streams the facts with `after < position <= upTo`, in order, on the calling thread; decoding runs ahead on
    /// other threads, by a bounded number of facts. Several threads may read at once.
    void read(long after, long upTo, FactHandler handler);

    /// As [#read], for millions: batches come as columns, and what a loader does not want is not decoded.
    void load(long after, long upTo, FactLoader<?> loader);

    /// @throws IllegalArgumentException if nothing is recorded at that position
    Recorded at(long position);

    /// An interaction by the place of its fact; facts asked for lately are kept decoded.
    ///
    /// @param line index within the fact, from 0
    /// @throws IllegalArgumentException if no interaction lies there
    Interaction interaction(long position, int line);

    /// Whether something of an account is recorded after a position. Where finding out would mean looking at many
    /// facts of others, the answer is that it may be so.
    boolean mayHaveMore(AccountId account, long after);

    /// The last position recorded at or before this instant; empty when nothing was recorded by then.
    OptionalLong positionAsOf(Instant instant);
}
