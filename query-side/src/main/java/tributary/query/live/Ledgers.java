package tributary.query.live;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tributary.events.AccountId;
import tributary.query.journey.AccountJourneys;
import tributary.store.Facts;

/// The ledgers of all accounts.
final class Ledgers {
    private final Map<AccountId, AccountLedger> byAccount = new ConcurrentHashMap<>();
    private final Facts facts;
    private final Crew crew;

    Ledgers(Facts facts, Crew crew) {
        this.facts = facts;
        this.crew = crew;
    }

    /// The account's ledger; empty as long as nothing was folded into it.
    AccountLedger of(AccountId account) {
        return byAccount.computeIfAbsent(account, this::blank);
    }

    /// A ledger of the account beside the one in use.
    AccountLedger blank(AccountId account) {
        return new AccountLedger(account, new AccountJourneys(account, facts, crew), crew);
    }

    /// Makes each account ready to answer under its own rules.
    void judgeAll() {
        byAccount.values().forEach(ledger -> ledger.makeReady(Stream.of(ledger.ownRules()), () -> {}));
    }

    Collection<AccountLedger> all() {
        return byAccount.values();
    }
}
