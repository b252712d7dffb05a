package tributary.query.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import tributary.events.AccountId;
import tributary.store.Facts;

/// Compares figures that grew with the facts, fact by fact and judged again and again in between, with figures that are
/// built in one go as at a start. The two ways have little in common but the rules, and must end in the same figures.
public final class FiguresCheck {
    /// So often everything that changed is judged on the way.
    private static final int JUDGED_TIMES = 10;

    private final Facts facts;

    public FiguresCheck(Facts facts) {
        this.facts = facts;
    }

    /// @param head up to which position
    /// @param progress is told of positions that were folded fact by fact
    /// @return of each account
    public Map<AccountId, Differences> compare(long head, LongConsumer progress) {
        try (var crew = new Crew(Runtime.getRuntime().availableProcessors())) {
            var grown = new Ledgers(facts, crew);
            for (int time = 0; time < JUDGED_TIMES; time++) {
                facts.read(head * time / JUDGED_TIMES, head * (time + 1) / JUDGED_TIMES, recorded -> {
                    grown.of(recorded.account()).fold(recorded);
                    progress.accept(recorded.position());
                });
                grown.all().forEach(FiguresCheck::judge);
            }
            var differences = new LinkedHashMap<AccountId, Differences>();
            var rebuild = new Rebuild(facts);
            for (var ledger : grown.all()) differences.put(ledger.account(), compare(ledger, rebuild, grown, head));
            return differences;
        }
    }

    private static void judge(AccountLedger ledger) {
        ledger.makeReady(Stream.of(ledger.ownRules()), () -> {});
    }

    private static Differences compare(AccountLedger grown, Rebuild rebuild, Ledgers ledgers, long head) {
        var fresh = ledgers.blank(grown.account());
        rebuild.account(fresh, 0, head, Progress.UNSEEN);
        fresh.makeReady(grown.rulesInUse().stream(), () -> {});
        return grown.takeOver(
                fresh, (behind, upTo) -> rebuild.account(behind, behind.position(), upTo, Progress.UNSEEN), () -> {});
    }
}
