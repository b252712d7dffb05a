package tributary.store;

import java.util.List;
import tributary.events.AccountId;

/// Which accounts there are: those for which a fact is recorded.
public interface Accounts {
    /// In the order in which they were opened.
    List<AccountId> all();

    boolean exists(AccountId account);

    /// The position of the account's first fact.
    ///
    /// @throws java.util.NoSuchElementException if there is no such account
    long firstPosition(AccountId account);
}
