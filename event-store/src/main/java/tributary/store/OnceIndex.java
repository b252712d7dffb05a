package tributary.store;

import java.util.List;
import tributary.events.AccountId;

/// Which message ids were recorded already: each counts once per account and source, for ever. Asking and adding need a
/// transaction of this thread, and see what it added itself.
public interface OnceIndex {
    /// Says which ids will be asked for, so that they are looked up together, which is quicker. It changes no answer.
    void expect(List<OnceHash> ids);

    boolean isNew(OnceHash id);

    /// About how many ids this process knows: all, once it has written; needs no transaction.
    long known();

    /// Remembers the id; one that is there already stays.
    void add(OnceHash id);

    default boolean isNew(AccountId account, String source, String id) {
        return isNew(new OnceHash.Maker(account, source).of(id));
    }

    default void add(AccountId account, String source, String id) {
        add(new OnceHash.Maker(account, source).of(id));
    }
}
