package tributary.query.live;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tributary.events.AccountId;

/// Facts that could not be applied, and so stopped the account whose they are: shown until they can be.
public final class Stoppages {
    private final Map<AccountId, Stoppage> byAccount = new ConcurrentHashMap<>();

    /// @param type what kind of fact it is
    public record Stoppage(AccountId account, long position, String type, String reason) {
        @Override
        public String toString() {
            return "the fact at position " + position + " (" + type + ") cannot be applied: " + reason;
        }
    }

    void stopped(AccountId account, long position, String type, Throwable reason) {
        byAccount.put(account, new Stoppage(account, position, type, String.valueOf(reason.getMessage())));
    }

    void applied(AccountId account) {
        if (!byAccount.isEmpty()) byAccount.remove(account);
    }

    Optional<Stoppage> of(AccountId account) {
        return Optional.ofNullable(byAccount.get(account));
    }

    public Collection<Stoppage> all() {
        return byAccount.values();
    }
}
