package tributary.store;

import tributary.events.AccountId;

/// Which message ids were recorded already: each counts once per account and source, for ever. Both methods need a
/// transaction of this thread, and see what it added itself.
public interface OnceIndex {
    boolean isNew(AccountId account, String source, String id);

    /// Remembers the id; one that is there already stays.
    void add(AccountId account, String source, String id);
}
