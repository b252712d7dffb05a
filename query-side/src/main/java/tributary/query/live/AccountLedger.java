package tributary.query.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tributary.attribution.rules.RuleSet;
import tributary.events.AccountId;
import tributary.events.Fact;
import tributary.events.InteractionsRecorded;
import tributary.query.figures.Comparison;
import tributary.query.figures.HeapFigures;
import tributary.query.journey.AccountJourneys;
import tributary.query.journey.PreparedActs;
import tributary.query.journey.StillJourneys;
import tributary.store.Recorded;

/// One account: its journeys, and the figures judged from them under each rule set in use. Folding is done alone,
/// reports read together. What facts change is judged when somebody asks, or when no more facts come.
final class AccountLedger implements LiveAccount {
    private final AccountId account;
    private final Crew crew;
    private final Turns turns = new Turns();
    private final KeptFigures kept = new KeptFigures();
    private final Object buildingOne = new Object();
    private AccountJourneys journeys;
    /// Whether facts were folded since figures were last told what has changed.
    private boolean untold;
    private volatile long position;
    private volatile boolean stale;
    private volatile long foldedAt = System.nanoTime();
    /// Facts folded since the ledger began.
    private long folded;
    /// Touches, and facts folded since the ledger began.
    private volatile long weight;
    /// The weight when a snapshot was kept, or the ledger began with one; less than 0 when there is none of these
    /// journeys.
    private volatile long keptWeight;

    AccountLedger(AccountId account, AccountJourneys journeys, Crew crew) {
        this.account = account;
        this.journeys = journeys;
        this.crew = crew;
    }

    /// A ledger that begins with journeys from a snapshot.
    ///
    /// @param upTo position up to which they include all facts
    static AccountLedger restored(AccountJourneys journeys, long upTo, Crew crew) {
        var ledger = new AccountLedger(journeys.account(), journeys, crew);
        ledger.position = upTo;
        ledger.untold = true;
        ledger.weight = journeys.touches();
        ledger.keptWeight = ledger.weight;
        return ledger;
    }

    @Override
    public AccountId account() {
        return account;
    }

    /// How much is not in any snapshot, as a share of the whole; 1 if there is none.
    double unkept() {
        var whole = weight;
        if (whole == 0) return 0;
        return keptWeight < 0 ? 1 : (double) (whole - keptWeight) / whole;
    }

    /// Has journeys written as they are now, while facts are folded and reports read.
    ///
    /// @param work writes them; the position is that of the last fact in them
    /// @param <T> what it tells of them, once they are kept
    <T> T keep(Function<StillJourneys, T> work) {
        var from = turns.alone(() -> {
            tell();
            return new Keeping(journeys, journeys.still(), weight);
        });
        try {
            var kept = work.apply(from.still);
            turns.alone(() -> keptWeight = journeys == from.journeys ? from.weight : keptWeight);
            return kept;
        } finally {
            turns.alone(() -> {
                from.journeys.goOn();
                return position;
            });
        }
    }

    private record Keeping(AccountJourneys journeys, StillJourneys still, long weight) {}

    @Override
    public long position() {
        return position;
    }

    @Override
    public void keepOwn() {
        keep(ownRules(), Progress.UNSEEN);
    }

    @Override
    public List<RuleSet> kept() {
        return kept.all().stream().map(JudgedFigures::rules).toList();
    }

    @Override
    public <T> Optional<T> look(RuleSet rules, BiFunction<AccountView, HeapFigures, T> work) {
        return turns.reading(
                () -> !untold && settled(rules),
                () -> {
                    tell();
                    kept.find(rules).ifPresent(this::settle);
                },
                () -> kept.find(rules).map(judged -> work.apply(view(judged, position), judged.figures())));
    }

    @Override
    public void publicationIsBehind(boolean behind) {
        stale = behind;
    }

    private AccountView view(JudgedFigures judged, long upTo) {
        return new LedgerView(account, upTo, Optional.empty(), stale, journeys, judged);
    }

    /// Adds a fact to the journeys, unless it is there already.
    void fold(Recorded recorded) {
        fold(recorded.position(), interactions(recorded.fact()), () -> journeys.apply(recorded));
    }

    /// As [#fold(Recorded)], of a batch that was prepared before.
    void fold(long at, PreparedActs batch) {
        fold(at, batch.size(), () -> journeys.apply(at, batch));
    }

    private static int interactions(Fact fact) {
        return fact instanceof InteractionsRecorded batch ? batch.interactions().size() : 0;
    }

    private void fold(long at, int interactions, Runnable applying) {
        if (at <= position) return;
        turns.alone(() -> {
            untold = true;
            applying.run();
            position = at;
            weight = ++folded + journeys.touches();
            foldedAt = System.nanoTime();
            crew.done().folded(interactions);
            return position;
        });
    }

    /// Lays the journeys out for reading, which were only folded so far, and judges them under these rules.
    ///
    /// @param step is told of each step, and may end the work by throwing
    void makeReady(Stream<RuleSet> rules, Runnable step) {
        turns.alone(() -> {
            tell();
            return position;
        });
        step.run();
        rules.forEach(each -> {
            keep(each, (_, _) -> step.run());
            read(each, Optional.empty(), true, 0, AccountView::position);
        });
    }

    /// The account's own rule set.
    RuleSet ownRules() {
        return turns.reading(
                () -> journeys.ruleSets().required(journeys.ruleSet()).rules());
    }

    /// The rule set of this name.
    ///
    /// @throws tributary.events.Refusal.Invalid if there is none, naming those there are
    RuleSet rules(String name) {
        return turns.reading(() -> journeys.ruleSets().required(name).rules());
    }

    /// The rule sets whose figures are kept, or the account's own if none are.
    List<RuleSet> rulesInUse() {
        var inUse = kept();
        return inUse.isEmpty() ? List.of(ownRules()) : inUse;
    }

    /// Answers a report.
    ///
    /// @param judgeFirst whether what has changed is judged before; otherwise figures are as they were last
    /// @param included the position up to which all facts of this account are known to be folded
    <T> T read(
            RuleSet rules, Optional<Instant> asOf, boolean judgeFirst, long included, Function<AccountView, T> report) {
        return read(List.of(rules), asOf, judgeFirst, included, views -> report.apply(views.getFirst()));
    }

    /// Answers a report that looks at the account under several rule sets, at one position.
    <T> T read(
            List<RuleSet> rules,
            Optional<Instant> asOf,
            boolean judgeFirst,
            long included,
            Function<List<AccountView>, T> report) {
        Optional<Answer<T>> answer = Optional.empty();
        while (answer.isEmpty()) {
            for (var each : rules) keep(each, Progress.UNSEEN);
            answer = turns.reading(
                    () -> !untold && (!judgeFirst || rules.stream().allMatch(this::settled)),
                    () -> {
                        tell();
                        if (judgeFirst) for (var each : rules) kept.find(each).ifPresent(this::settle);
                    },
                    () -> views(rules, asOf, judgeFirst, included).map(views -> new Answer<>(report.apply(views))));
        }
        return answer.get().value();
    }

    /// One view for each rule set; none if figures had to give way to others in the meantime.
    private Optional<List<AccountView>> views(
            List<RuleSet> rules, Optional<Instant> asOf, boolean judgedFirst, long included) {
        var views = new ArrayList<AccountView>();
        for (var each : rules) {
            var found = kept.find(each);
            if (found.isEmpty()) return Optional.empty();
            var judged = found.get();
            judged.asked();
            var upTo = judgedFirst ? Math.max(position, included) : judged.position();
            views.add(new LedgerView(account, upTo, asOf, stale, journeys, judged));
        }
        return Optional.of(views);
    }

    /// What a report answered, which may be `null`.
    private record Answer<T>(T value) {}

    private boolean settled(RuleSet rules) {
        return kept.find(rules).map(JudgedFigures::settled).orElse(true);
    }

    private void settle(JudgedFigures judged) {
        judged.settle(journeys, crew, position);
    }

    /// Judges what has changed, if no fact came for a while.
    void settleIfQuiet(Duration quiet) {
        if (System.nanoTime() - foldedAt < quiet.toNanos()) return;
        turns.aloneIfFree(() -> {
            tell();
            kept.all().stream().filter(judged -> !judged.settled()).forEach(this::settle);
        });
    }

    /// Lets go of figures under other rule sets that nobody has asked for so long.
    void forgetUnasked(Duration unasked) {
        turns.aloneIfFree(() -> kept.forgetUnasked(journeys.ruleSet(), unasked));
    }

    /// Tells all figures what has changed in the journeys; to be called alone.
    private void tell() {
        if (!untold) return;
        kept.note(journeys.drain());
        untold = false;
    }

    /// Has figures under a rule set judged, if this is the first to ask.
    private void keep(RuleSet rules, Progress progress) {
        if (kept.askedFor(rules)) return;
        synchronized (buildingOne) {
            if (kept.find(rules).isPresent()) return;
            var fresh = judgeBeside(rules, progress);
            turns.alone(() -> {
                kept.publish(fresh, journeys.ruleSet());
                return fresh;
            });
        }
    }

    /// Judges everything anew under a rule set, while reports go on and facts are folded. The result still has to
    /// be settled and published, or given up.
    private JudgedFigures judgeBeside(RuleSet rules, Progress progress) {
        var fresh = turns.alone(() -> {
            tell();
            var begun = new JudgedFigures(rules, position);
            kept.begin(begun);
            return begun;
        });
        try {
            var whole = told(() -> new WholeJudging(journeys, rules, crew.back()));
            for (var more = true; more; progress.report(whole.done(), whole.total()))
                more = told(() -> judgeSlice(whole));
            fresh.take(whole);
            return fresh;
        } catch (RuntimeException givenUp) {
            kept.giveUp(List.of(fresh));
            throw givenUp;
        }
    }

    private static boolean judgeSlice(WholeJudging whole) {
        return !whole.isVoid() && whole.slice();
    }

    private <T> T told(Supplier<T> work) {
        return turns.reading(() -> !untold, this::tell, work);
    }

    /// Judges the kept journeys anew, compares with what is published while reports go on from that, and publishes
    /// the new in its place in one step.
    ///
    /// @param only under this rule set; empty: under each in use
    Differences rejudge(Optional<RuleSet> only, Progress progress) {
        var rules = only.map(List::of).orElseGet(this::rulesInUse);
        var fresh = new ArrayList<JudgedFigures>();
        try {
            for (var each : rules) fresh.add(judgeBeside(each, progress.part(fresh.size(), rules.size())));
            var differences = fresh.stream().map(this::compareBeside).reduce(Differences.NONE, Differences::and);
            turns.alone(() -> {
                tell();
                for (var each : fresh) {
                    settle(each);
                    kept.publish(each, journeys.ruleSet());
                }
                return differences;
            });
            return differences;
        } finally {
            kept.giveUp(fresh);
        }
    }

    /// Compares figures with those published under the same rules, in slices between which facts may be folded:
    /// both are judged anew by them.
    private Differences compareBeside(JudgedFigures fresh) {
        var published = kept.find(fresh.rules());
        if (published.isEmpty()) return Differences.NONE;
        var old = published.get();
        var comparison = new Comparison[] {new Comparison(old.figures(), fresh.figures())};
        while (turns.reading(
                () -> !untold && old.settled() && fresh.settled(),
                () -> {
                    tell();
                    settle(old);
                    settle(fresh);
                },
                () -> compareSlice(comparison, old, fresh))) {} // until there is no more
        return told(() -> Differences.of(comparison[0], fresh.rules(), journeys));
    }

    /// Settings that change may have others put in the place of figures: then all is compared once more.
    private boolean compareSlice(Comparison[] comparison, JudgedFigures old, JudgedFigures fresh) {
        if (!comparison[0].isOf(old.figures(), fresh.figures()))
            comparison[0] = new Comparison(old.figures(), fresh.figures());
        return comparison[0].slice(crew.back());
    }

    /// Takes over what another ledger has, which was built from the same facts, in place of what is here.
    ///
    /// @param catchUp folds the facts that the ledger lacks up to a position
    /// @param step is told of each step, and may end the work by throwing; then everything is as it was
    Differences takeOver(AccountLedger rebuilt, ObjLongConsumer<AccountLedger> catchUp, Runnable step) {
        return turns.alone(() -> {
            catchUp.accept(rebuilt, position);
            catchUp.accept(this, rebuilt.position);
            tell();
            step.run();
            var differences = kept.all().stream()
                    .map(old -> rebuilt.read(
                            old.rules(),
                            Optional.empty(),
                            true,
                            0,
                            _ -> difference(old, rebuilt.kept.find(old.rules()).orElseThrow())))
                    .reduce(Differences.NONE, Differences::and);
            step.run();
            journeys = rebuilt.journeys;
            untold = rebuilt.untold;
            keptWeight = -1;
            kept.takeOver(rebuilt.kept);
            return differences;
        });
    }

    private Differences difference(JudgedFigures before, JudgedFigures after) {
        settle(before);
        return Differences.of(Comparison.atOnce(before.figures(), after.figures()), before.rules(), journeys);
    }
}
