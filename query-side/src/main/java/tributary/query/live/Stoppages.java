package tributary.query.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tributary.events.AccountId;

/// Facts that could not be read or applied, and so hold up those behind them: shown, in words that name position
/// and type, until they can be.
final class Stoppages {
    private final Map<AccountId, String> byAccount = new ConcurrentHashMap<>();
    private volatile String ofAll;

    /// A fact of the account cannot be applied.
    void stopped(AccountId account, String reason) {
        byAccount.put(account, reason);
    }

    /// The account goes on.
    void applied(AccountId account) {
        if (!byAccount.isEmpty()) byAccount.remove(account);
    }

    /// Nobody's facts can be read any more.
    void stopped(String reason) {
        ofAll = reason;
    }

    /// Facts can be read.
    void readable() {
        ofAll = null;
    }

    /// What stops the account's facts, if anything.
    Optional<String> of(AccountId account) {
        return Optional.ofNullable(ofAll).or(() -> Optional.ofNullable(byAccount.get(account)));
    }

    /// What stops whose facts.
    List<String> all() {
        var all = new ArrayList<>(byAccount.values());
        if (ofAll != null) all.addFirst(ofAll);
        return all;
    }
}
