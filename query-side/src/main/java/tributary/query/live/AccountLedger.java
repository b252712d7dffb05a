package tributary.query.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tributary.attribution.rules.RuleSet;
import tributary.events.AccountId;
import tributary.query.figures.Comparison;
import tributary.query.journey.AccountJourneys;
import tributary.store.Recorded;

/// One account: its journeys, and the figures judged from them under each rule set in use. Folding is exclusive,
/// reports read together. What facts change is judged when somebody asks, or when no more facts come.
public final class AccountLedger {
    private final AccountId account;
    private final Crew crew;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, JudgedFigures> kept = new ConcurrentHashMap<>();
    /// Figures that are being judged beside the kept ones.
    private final List<JudgedFigures> beside = new CopyOnWriteArrayList<>();
    private final Object buildingOne = new Object();
    private AccountJourneys journeys;
    /// Whether facts were folded since figures were last told what has changed.
    private boolean untold;
    private volatile long position;
    private volatile long foldedAt = System.nanoTime();

    AccountLedger(AccountId account, AccountJourneys journeys, Crew crew) {
        this.account = account;
        this.journeys = journeys;
        this.crew = crew;
    }

    public AccountId account() {
        return account;
    }

    /// Of the last fact folded.
    public long position() {
        return position;
    }

    /// Adds a fact to the journeys, unless it is there already.
    void fold(Recorded recorded) {
        if (recorded.position() <= position) return;
        exclusively(() -> {
            untold = true;
            journeys.apply(recorded);
            position = recorded.position();
            foldedAt = System.nanoTime();
            return null;
        });
    }

    /// Lays the journeys out for reading, after many facts at once, and judges them under these rules.
    void makeReady(Stream<RuleSet> rules) {
        exclusively(() -> {
            tell();
            journeys.compact();
            return null;
        });
        rules.forEach(each -> read(each, Optional.empty(), true, 0, AccountView::position));
    }

    /// The account's own rule set.
    RuleSet ownRules() {
        return shared(() -> RuleSets.named(journeys.ruleSet()).orElseGet(() -> RuleSet.of(RuleSet.STANDARD)));
    }

    /// Answers a report.
    ///
    /// @param judgeFirst whether what has changed is judged before; otherwise figures are as they were last
    /// @param included the position up to which all facts of this account are known to be folded
    <T> T read(
            RuleSet rules, Optional<Instant> asOf, boolean judgeFirst, long included, Function<AccountView, T> report) {
        var judged = kept(rules);
        return toldAnd(judgeFirst ? judged::settled : () -> true, () -> judged.settle(journeys, crew, position), () -> {
            var upTo = judgeFirst ? Math.max(position, included) : judged.position();
            return report.apply(new LedgerView(account, upTo, asOf, journeys, judged));
        });
    }

    /// Does work under the read lock when all figures are told what has changed and something more is ready. To get
    /// there it takes the write lock, and no fact can be folded in between.
    private <T> T toldAnd(BooleanSupplier ready, Runnable makeReady, Supplier<T> work) {
        lock.readLock().lock();
        try {
            if (untold || !ready.getAsBoolean()) {
                lock.readLock().unlock();
                lock.writeLock().lock();
                try {
                    tell();
                    if (!ready.getAsBoolean()) makeReady.run();
                } finally {
                    lock.readLock().lock();
                    lock.writeLock().unlock();
                }
            }
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Judges what has changed, if no fact came for a while.
    void settleIfQuiet(Duration quiet) {
        if (System.nanoTime() - foldedAt < quiet.toNanos() || !lock.writeLock().tryLock()) return;
        try {
            tell();
            kept.values().forEach(judged -> judged.settle(journeys, crew, position));
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// Tells all figures what has changed in the journeys. Under the write lock.
    private void tell() {
        if (!untold) return;
        var changes = journeys.drain();
        kept.values().forEach(judged -> judged.note(changes));
        beside.forEach(judged -> judged.note(changes));
        untold = false;
    }

    /// The figures under a rule set, judged now if this is the first to ask.
    private JudgedFigures kept(RuleSet rules) {
        var known = kept.get(rules.name());
        if (known == null) {
            synchronized (buildingOne) {
                known = kept.get(rules.name());
                if (known == null) known = build(rules);
            }
        }
        known.asked();
        return known;
    }

    private JudgedFigures build(RuleSet rules) {
        var fresh = judgeBeside(rules, Progress.UNSEEN);
        return exclusively(() -> {
            makeRoom();
            publish(fresh);
            return fresh;
        });
    }

    private void makeRoom() {
        if (kept.size() <= Limits.OTHER_RULE_SETS) return;
        kept.values().stream()
                .filter(judged -> !judged.rules().name().equals(journeys.ruleSet()))
                .max(Comparator.comparing(JudgedFigures::unasked))
                .ifPresent(judged -> kept.remove(judged.rules().name()));
    }

    private void publish(JudgedFigures fresh) {
        kept.put(fresh.rules().name(), fresh);
        beside.remove(fresh);
    }

    /// Judges everything anew under a rule set, while reports go on and facts are folded. The result still has to
    /// be settled and published, or given up.
    private JudgedFigures judgeBeside(RuleSet rules, Progress progress) {
        var fresh = exclusively(() -> {
            tell();
            var begun = new JudgedFigures(rules, position);
            beside.add(begun);
            return begun;
        });
        try {
            var whole = told(() -> new WholeJudging(journeys, rules, crew));
            while (told(() -> judgeSlice(whole))) progress.report(whole.done(), whole.total());
            fresh.take(whole);
            return fresh;
        } catch (RuntimeException givenUp) {
            beside.remove(fresh);
            throw givenUp;
        }
    }

    private static boolean judgeSlice(WholeJudging whole) {
        return !whole.isVoid() && whole.slice();
    }

    /// Judges the kept journeys anew, compares with what is published, and publishes the new in place of the old, all
    /// in one step.
    ///
    /// @param only under this rule set; empty: under each in use
    Differences rejudge(Optional<RuleSet> only, Progress progress) {
        var rules = only.map(List::of).orElseGet(this::rulesInUse);
        var fresh = new ArrayList<JudgedFigures>();
        try {
            for (var each : rules) fresh.add(judgeBeside(each, progress.part(fresh.size(), rules.size())));
            return exclusively(() -> {
                tell();
                makeRoom();
                return fresh.stream().map(this::swap).reduce(Differences.NONE, Differences::and);
            });
        } finally {
            beside.removeAll(fresh);
        }
    }

    /// Takes over what another ledger has, which was built from the same facts, in place of what is here.
    ///
    /// @param catchUp folds the facts that the ledger lacks up to a position
    Differences takeOver(AccountLedger rebuilt, ObjLongConsumer<AccountLedger> catchUp) {
        return exclusively(() -> {
            catchUp.accept(rebuilt, position);
            catchUp.accept(this, rebuilt.position);
            tell();
            var differences =
                    kept.values().stream().map(old -> compare(old, rebuilt)).reduce(Differences.NONE, Differences::and);
            journeys = rebuilt.journeys;
            untold = rebuilt.untold;
            kept.clear();
            kept.putAll(rebuilt.kept);
            return differences;
        });
    }

    private Differences compare(JudgedFigures old, AccountLedger rebuilt) {
        old.settle(journeys, crew, position);
        return rebuilt.read(old.rules(), Optional.empty(), true, 0, _ -> {
            var fresh = rebuilt.kept.get(old.rules().name());
            return Differences.of(new Comparison(old.figures(), fresh.figures()), old.rules(), journeys);
        });
    }

    List<RuleSet> rulesInUse() {
        return kept.isEmpty()
                ? List.of(ownRules())
                : kept.values().stream().map(JudgedFigures::rules).toList();
    }

    private Differences swap(JudgedFigures fresh) {
        fresh.settle(journeys, crew, position);
        var old = kept.get(fresh.rules().name());
        publish(fresh);
        if (old == null) return Differences.NONE;
        old.settle(journeys, crew, position);
        return Differences.of(new Comparison(old.figures(), fresh.figures()), fresh.rules(), journeys);
    }

    private <T> T exclusively(Supplier<T> work) {
        return holding(lock.writeLock(), work);
    }

    private <T> T told(Supplier<T> work) {
        return toldAnd(() -> true, () -> {}, work);
    }

    private <T> T shared(Supplier<T> work) {
        return holding(lock.readLock(), work);
    }

    private static <T> T holding(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
