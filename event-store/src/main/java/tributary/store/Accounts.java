package tributary.store;

import java.util.List;
import tributary.events.AccountId;

/// Which accounts there are: those for which a fact is recorded.
public interface Accounts {
    /// In the order in which they were opened.
    List<AccountId> all();

    boolean exists(AccountId account);
}
