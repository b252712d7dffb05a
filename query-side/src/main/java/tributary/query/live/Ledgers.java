package tributary.query.live;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.query.cluster.Segments;
import tributary.query.journey.AccountJourneys;
import tributary.store.Facts;

/// The ledgers of the accounts whose segments are held here; without other nodes, of all accounts.
final class Ledgers implements LiveAccounts {
    private static final Set<Integer> EVERY =
            IntStream.range(0, Segments.COUNT).boxed().collect(Collectors.toUnmodifiableSet());

    private final Map<AccountId, AccountLedger> byAccount = new ConcurrentHashMap<>();
    /// Of what is held: several look, one changes it.
    private final Turns looking = new Turns();
    /// Apart from it, because folding may take long when an account is being judged.
    private final Turns folding = new Turns();
    private final Facts facts;
    private final Crew crew;
    private volatile Set<Integer> held;

    private Ledgers(Facts facts, Crew crew, Set<Integer> held) {
        this.facts = facts;
        this.crew = crew;
        this.held = held;
    }

    /// Holds every segment.
    Ledgers(Facts facts, Crew crew) {
        this(facts, crew, EVERY);
    }

    /// Holds no segment yet.
    static Ledgers ofNone(Facts facts, Crew crew) {
        return new Ledgers(facts, crew, Set.of());
    }

    /// Ledgers that are not in use yet, of whatever account.
    Ledgers beside() {
        return new Ledgers(facts, crew);
    }

    boolean holdsAny() {
        return !held.isEmpty();
    }

    boolean holds(AccountId account) {
        return held.contains(Segments.of(account));
    }

    /// The account's ledger; empty as long as nothing was folded into it.
    ///
    /// @throws Refusal.Busy if its segment is not held here
    AccountLedger of(AccountId account) {
        return looking.reading(() -> {
            requireHeld(account);
            return byAccount.computeIfAbsent(account, this::blank);
        });
    }

    /// @throws Refusal.Busy if its segment is not held here
    void requireHeld(AccountId account) {
        if (!holds(account)) throw elsewhere();
    }

    private static Refusal elsewhere() {
        return new Refusal.Busy(
                "no-owner",
                "The account is between two nodes",
                "no node has the journeys of this account ready at this moment; one will within seconds",
                Limits.RETRY_AFTER_SECONDS);
    }

    /// Folds something into the ledger of an account, unless its segment is not held here; what is held does not
    /// change meanwhile.
    void ifHeld(AccountId account, Runnable work) {
        folding.reading(() -> {
            if (holds(account)) work.run();
            return account;
        });
    }

    /// Takes segments with their ledgers.
    ///
    /// @param last folds what the ledgers still lack; nobody else folds anything meanwhile
    void hold(Set<Integer> segments, Ledgers coming, Runnable last) {
        folding.alone(() -> {
            last.run();
            return looking.alone(() -> {
                byAccount.keySet().removeIf(account -> segments.contains(Segments.of(account)));
                byAccount.putAll(coming.byAccount);
                var all = new HashSet<>(held);
                all.addAll(segments);
                held = Set.copyOf(all);
                return held;
            });
        });
    }

    void drop(int segment) {
        folding.alone(() -> looking.alone(() -> {
            held = held.stream().filter(each -> each != segment).collect(Collectors.toUnmodifiableSet());
            byAccount.keySet().removeIf(account -> Segments.of(account) == segment);
            return held;
        }));
    }

    /// A ledger of the account beside the one in use.
    AccountLedger blank(AccountId account) {
        return new AccountLedger(account, new AccountJourneys(account, facts, crew), crew);
    }

    /// Begins with a ledger that was built elsewhere, unless there is one already.
    void begin(AccountLedger ledger) {
        byAccount.putIfAbsent(ledger.account(), ledger);
    }

    /// A ledger with the journeys of a snapshot.
    ///
    /// @param upTo position up to which they include all facts
    AccountLedger restored(AccountId account, long upTo, Iterator<byte[]> pieces) {
        return AccountLedger.restored(AccountJourneys.restored(account, facts, crew, pieces), upTo, crew);
    }

    /// Makes each account ready to answer under its own rules.
    void judgeAll() {
        byAccount.values().forEach(ledger -> ledger.makeReady(Stream.of(ledger.ownRules()), () -> {}));
    }

    @Override
    public Collection<AccountLedger> live() {
        return all();
    }

    Collection<AccountLedger> all() {
        return byAccount.values();
    }
}
