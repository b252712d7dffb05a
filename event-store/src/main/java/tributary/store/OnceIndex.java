package tributary.store;

import tributary.events.AccountId;

/// Which message ids were recorded already: each counts once per account and source, for ever. Asking and adding need a
/// transaction of this thread, and see what it added itself.
public interface OnceIndex {
    boolean isNew(AccountId account, String source, String id);

    /// About how many ids this process knows: all, once it has written; needs no transaction.
    long known();

    /// Remembers the id; one that is there already stays.
    void add(AccountId account, String source, String id);
}
