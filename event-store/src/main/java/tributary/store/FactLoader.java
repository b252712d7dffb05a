package tributary.store;

import tributary.events.AccountId;
import tributary.store.codec.InteractionColumns;

/// Takes facts in bulk, in the order of their positions: batches of interactions as columns, all others as records.
///
/// @param <P> what a batch is prepared as
public interface FactLoader<P> {
    /// Whether facts of this account are wanted. On any thread.
    boolean wants(AccountId account);

    /// Does what can be done to a batch without knowing what came before. On other threads than the rest, for several
    /// batches at once.
    P prepare(InteractionColumns batch);

    /// Takes a prepared batch.
    void batch(long position, AccountId account, P prepared);

    /// Takes a fact that is no batch.
    void fact(Recorded recorded);
}
