package tributary.query.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tributary.events.AccountId;

/// Facts that could not be applied, and so stopped the account whose they are: shown until they can be.
public final class Stoppages {
    private final Map<AccountId, Stoppage> byAccount = new ConcurrentHashMap<>();
    private volatile String unreadable;

    /// @param type what kind of fact it is
    record Stoppage(AccountId account, long position, String type, String reason) {
        @Override
        public String toString() {
            return "the fact at position " + position + " (" + type + ") cannot be applied: " + reason;
        }
    }

    void stopped(AccountId account, long position, String type, Throwable reason) {
        byAccount.put(account, new Stoppage(account, position, type, String.valueOf(reason.getMessage())));
    }

    /// A fact could not even be read: nobody's facts come any more.
    void unreadable(Throwable reason) {
        unreadable = reason.getMessage();
    }

    void readable() {
        unreadable = null;
    }

    void applied(AccountId account) {
        if (!byAccount.isEmpty()) byAccount.remove(account);
    }

    /// What stops the account's facts, in words.
    Optional<String> of(AccountId account) {
        if (unreadable != null) return Optional.of(unreadable);
        return Optional.ofNullable(byAccount.get(account)).map(Stoppage::toString);
    }

    /// What stops whose facts, in words that name position and type.
    public List<String> all() {
        var all = new ArrayList<String>();
        if (unreadable != null) all.add(unreadable);
        byAccount.values().forEach(stoppage -> all.add(stoppage.toString()));
        return all;
    }
}
