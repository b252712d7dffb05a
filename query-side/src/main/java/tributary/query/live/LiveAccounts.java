package tributary.query.live;

import java.util.Collection;

/// The accounts whose journeys are in this process.
public interface LiveAccounts {
    Collection<? extends LiveAccount> live();
}
