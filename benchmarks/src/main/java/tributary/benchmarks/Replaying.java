package tributary.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tributary.events.AccountId;
import tributary.events.Interaction;
import tributary.events.InteractionsRecorded;
import tributary.query.journey.AccountJourneys;
import tributary.query.journey.PreparedActs;
import tributary.query.live.LiveConfiguration;
import tributary.query.live.Progress;
import tributary.query.live.Renewal;
import tributary.store.EventDatabase;
import tributary.store.FactLoader;
import tributary.store.FactMetadata;
import tributary.store.Recorded;
import tributary.store.StoreLocation;
import tributary.store.codec.InteractionColumns;

/// Replays what a server's `events.db` holds of its first account, and parts of it in other forms, and prints a line
/// for
/// each: what, interactions, seconds by the clock, seconds of processor time of the whole process; the quickest of the
/// rounds. Run by `benchmarks/replay.py`.
///
/// Arguments: a copy of the file; how many interactions to put into Axon's stock engine, and how many to let trickle
/// in;
/// rounds.
public final class Replaying {
    private static final int BATCH = 1_000;
    private static final int TRICKLE = 5;
    private static final int FACTS_A_TRANSACTION = 2_000;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final EventDatabase database;
    private final AccountId account;
    private final Path folder;
    private final int rounds;

    private Replaying(EventDatabase database, Path folder, int rounds) {
        this.database = database;
        this.account = database.accounts().all().getFirst();
        this.folder = folder;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("tributary-replaying");
        try (var database = open(Path.of(arguments[0]))) {
            var replaying = new Replaying(database, folder, Integer.parseInt(arguments[3]));
            replaying.stock(Integer.parseInt(arguments[1]));
            replaying.trickled(Integer.parseInt(arguments[2]));
            replaying.whole();
        } finally {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private static EventDatabase open(Path file) {
        return EventDatabase.open(StoreLocation.parse("sqlite:" + file), Clock.systemUTC());
    }

    /// All facts, to served figures: a start of the query side, then REPLAY, which compares and swaps too.
    private void whole() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(EventDatabase.class, () -> database, bean -> bean.setDestroyMethodName(""));
            context.register(LiveConfiguration.class);
            var interactions = interactions();
            measure("start of the query side", interactions, 1, context::refresh);
            var renewal = context.getBean(Renewal.class);
            measure("full REPLAY", interactions, rounds, () -> {
                var differences = renewal.replay(account, Optional.empty(), Progress.UNSEEN);
                if (differences.found() > 0) throw new AssertionError(differences.toString());
            });
        }
    }

    /// The interactions alone, recorded a few at a time, folded and laid out.
    private void trickled(int count) throws IOException {
        var acts = first(count);
        replay("trickled in, " + TRICKLE + " a fact", acts, TRICKLE);
        replay("the same, " + BATCH + " a fact", acts, BATCH);
    }

    private void replay(String what, List<Interaction> acts, int batch) {
        try (var store = open(folder.resolve("batches-of-" + batch + "-" + acts.size() + ".db"))) {
            append(store, acts, batch);
            measure(what, acts.size(), rounds, () -> {
                var journeys = new AccountJourneys(account, store.facts());
                store.facts().load(0, store.facts().head(), new Fold(journeys));
                check(journeys, acts);
            });
        }
    }

    private void append(EventDatabase store, List<Interaction> acts, int batch) {
        var metadata = MetaData.with(FactMetadata.ACCOUNT, account.value());
        for (var from = 0; from < acts.size(); from += batch * FACTS_A_TRANSACTION) {
            var events = new ArrayList<GenericEventMessage<?>>();
            var end = Math.min(acts.size(), from + batch * FACTS_A_TRANSACTION);
            for (var at = from; at < end; at += batch)
                events.add(new GenericEventMessage<>(
                        new InteractionsRecorded(account, "benchmark", acts.subList(at, Math.min(end, at + batch))),
                        metadata));
            store.transactions().executeInTransaction(() -> store.engine().appendEvents(events));
        }
    }

    /// The interactions alone through Axon's stock engine, beside ours on the same ones.
    private void stock(int count) throws SQLException, InterruptedException {
        var acts = first(count);
        replay("as many as the stock engine's, ours", acts, BATCH);
        try (var stock = new StockEngine(account, acts, folder.resolve("stock.db"))) {
            for (var batch : new int[] {1, BATCH})
                measure(
                        "stock engine, batch " + batch,
                        count,
                        Math.min(2, rounds),
                        () -> check(stock.replay(batch), acts));
        }
    }

    private static void check(AccountJourneys journeys, List<Interaction> acts) {
        journeys.drain();
        var somebodys = acts.stream()
                .filter(act -> act.visitor() != null || act.contact() != null)
                .count();
        if (journeys.touches() != somebodys)
            throw new AssertionError(journeys.touches() + " touches of " + somebodys + " interactions");
    }

    private long interactions() {
        var count = new long[1];
        database.facts().load(0, database.facts().head(), new Loader() {
            @Override
            public InteractionColumns prepare(InteractionColumns batch) {
                return batch;
            }

            @Override
            public void batch(long position, AccountId whose, InteractionColumns batch) {
                count[0] += batch.size();
            }
        });
        return count[0];
    }

    private List<Interaction> first(int count) {
        var acts = new ArrayList<Interaction>();
        for (var after = 0L; acts.size() < count && after < database.facts().head(); after += FACTS_A_TRANSACTION)
            database.facts().read(after, after + FACTS_A_TRANSACTION, recorded -> {
                if (recorded.fact() instanceof InteractionsRecorded batch) acts.addAll(batch.interactions());
            });
        return List.copyOf(acts.subList(0, Math.min(count, acts.size())));
    }

    private void measure(String what, long interactions, int times, Work work) {
        var least = Double.MAX_VALUE;
        var worked = 0.0;
        for (var time = 0; time < times; time++) {
            var processor = PROCESS.getProcessCpuTime();
            var begun = System.nanoTime();
            try {
                work.run();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            if (seconds >= least) continue;
            least = seconds;
            worked = (PROCESS.getProcessCpuTime() - processor) / 1e9;
        }
        System.out.printf(Locale.ROOT, "%s\t%d\t%.3f\t%.3f%n", what, interactions, least, worked);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    /// Wants the first account's interactions.
    private abstract class Loader implements FactLoader<InteractionColumns> {
        @Override
        public boolean wants(AccountId whose) {
            return whose.equals(account);
        }

        @Override
        public void fact(Recorded recorded) {}
    }

    /// Folds as the server does at its start.
    private record Fold(AccountJourneys journeys) implements FactLoader<PreparedActs> {
        @Override
        public boolean wants(AccountId account) {
            return true;
        }

        @Override
        public PreparedActs prepare(InteractionColumns batch) {
            return new PreparedActs(batch);
        }

        @Override
        public void batch(long position, AccountId account, PreparedActs batch) {
            journeys.apply(position, batch);
        }

        @Override
        public void fact(Recorded recorded) {
            journeys.apply(recorded);
        }
    }
}
