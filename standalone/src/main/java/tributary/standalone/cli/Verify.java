package tributary.standalone.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tributary.events.AccountId;
import tributary.events.Refusal;
import tributary.query.live.Differences;
import tributary.query.live.FiguresCheck;
import tributary.store.Checked;
import tributary.store.EventDatabase;
import tributary.store.Facts;
import tributary.store.SqliteFile;
import tributary.store.StoreCopy;
import tributary.store.StoreException;

/// `verify`: reads everything back that a server keeps, and judges it in two ways.
@Command(
        name = "verify",
        description = "Reads back everything a server keeps, and compares figures with a rebuild.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "It reads the store itself, also while a server runs; the figures of that very server are compared with",
            "a rebuild by: tributary replay --full. Exit code 1: something is not as it should be."
        })
public final class Verify implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOptions store;

    private final Comparing comparing;

    public Verify() {
        this((facts, head, progress) -> new FiguresCheck(facts).compare(head, progress));
    }

    /// @param comparing how figures are compared
    Verify(Comparing comparing) {
        this.comparing = comparing;
    }

    interface Comparing {
        Map<AccountId, Differences> compare(Facts facts, long head, LongConsumer progress);
    }

    @Override
    public Integer call() {
        var location = store.location();
        try {
            if (location instanceof SqliteFile) StoreCopy.file(location); // Otherwise opening would make one.
            try (var database = EventDatabase.open(location, Clock.systemUTC())) {
                var out = spec.commandLine().getOut();
                boolean whole = tellStore(checked(database), out);
                // What cannot be read cannot be judged.
                boolean same = whole && tellFigures(compared(database), out);
                out.println(same ? "Everything is as it should be." : "NOT everything is as it should be.");
                out.flush();
                return same ? 0 : 1;
            }
        } catch (Refusal refusal) {
            throw new CommandFailed(refusal.detail());
        } catch (StoreException failure) {
            throw new CommandFailed(failure.getMessage());
        }
    }

    private static Checked checked(EventDatabase database) {
        try (var bar = Progress.of("Reading facts", "facts", database.facts().head())) {
            return database.check(bar::stepTo);
        }
    }

    private static boolean tellStore(Checked checked, PrintWriter out) {
        out.println("Looked at, up to position " + checked.head() + ":");
        checked.looked().forEach((what, count) -> out.printf("%,15d %s%n", count, what));
        checked.told().forEach(problem -> out.println("WRONG: " + problem));
        if (checked.found() > checked.told().size())
            out.printf("WRONG: %,d more%n", checked.found() - checked.told().size());
        out.flush();
        return checked.found() == 0;
    }

    private Map<AccountId, Differences> compared(EventDatabase database) {
        long head = database.facts().head();
        try (var bar = Progress.of("Judging", "facts", head)) {
            return comparing.compare(database.facts(), head, bar::stepTo);
        }
    }

    private static boolean tellFigures(Map<AccountId, Differences> compared, PrintWriter out) {
        boolean same = true;
        for (var each : compared.entrySet()) {
            var differences = each.getValue();
            if (differences.found() == 0) continue;
            same = false;
            out.printf("WRONG: %,d figures of account %s differ from a rebuild:%n", differences.found(), each.getKey());
            differences.told().forEach(told -> out.println("  " + told));
        }
        out.printf("%,15d accounts whose figures were compared with a rebuild%n", compared.size());
        return same;
    }
}
