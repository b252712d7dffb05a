package tributary.benchmarks;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tributary.events.AccountId;
import tributary.query.live.JourneySnapshots;
import tributary.query.live.LiveConfiguration;
import tributary.query.live.ReportDesk;
import tributary.query.mongo.MongoSnapshots;
import tributary.store.EventDatabase;
import tributary.store.StoreLocation;

/// Starts the query side on what a server's `events.db` holds, until the first report of its first account is answered:
/// `whole` from all facts, after which a snapshot is kept in MongoDB; `taken` from the snapshot that is there and the
/// facts after it. Run by `benchmarks/takeover.py`, each in a process of its own. It prints lines of what, and seconds
/// by the clock and of processor time, or a number.
///
/// Arguments: `whole` or `taken`; a copy of the file; address of a MongoDB database.
public final class TakingOver {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int COPIES = 5;

    private final EventDatabase database;
    private final AccountId account;
    private final Watched snapshots;

    private TakingOver(EventDatabase database, Watched snapshots) {
        this.database = database;
        this.account = database.accounts().all().getFirst();
        this.snapshots = snapshots;
    }

    public static void main(String[] arguments) throws InterruptedException {
        var place = new ConnectionString(arguments[2]);
        try (var database =
                        EventDatabase.open(StoreLocation.parse("sqlite:" + Path.of(arguments[1])), Clock.systemUTC());
                var client = MongoClients.create(place)) {
            var snapshots = new Watched(new MongoSnapshots(client.getDatabase(place.getDatabase())));
            new TakingOver(database, snapshots).run(arguments[0]);
        }
    }

    private void run(String what) throws InterruptedException {
        var begun = new Instants();
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(EventDatabase.class, () -> database);
            context.registerBean(JourneySnapshots.class, () -> snapshots);
            context.register(LiveConfiguration.class);
            context.refresh();
            var desk = context.getBean(ReportDesk.class);
            long touches = desk.ask(
                    account,
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    view -> view.journeys().touches());
            begun.tell(what);
            System.out.printf("interactions\t%d%n", touches);
            if (what.equals("whole")) {
                for (var i = 0; i < COPIES; i++) copy(desk);
                snapshots.kept.await();
            }
        }
    }

    /// What the fold is held up by: it is done here as one that reads, while nothing is folded.
    private void copy(ReportDesk desk) {
        desk.ask(account, Optional.empty(), Optional.empty(), true, view -> {
            var begun = new Instants();
            view.journeys().still();
            begun.tell("copied");
            view.journeys().goOn();
            return account;
        });
    }

    private static final class Instants {
        private final long wall = System.nanoTime();
        private final long worked = PROCESS.getProcessCpuTime();

        void tell(String what) {
            System.out.printf(
                    "%s\t%.3f\t%.3f%n",
                    what, (System.nanoTime() - wall) / 1e9, (PROCESS.getProcessCpuTime() - worked) / 1e9);
        }
    }

    /// Tells how long is read and kept, and how much.
    private static final class Watched implements JourneySnapshots {
        private final CountDownLatch kept = new CountDownLatch(1);
        private final JourneySnapshots watched;

        Watched(JourneySnapshots watched) {
            this.watched = watched;
        }

        @Override
        public <T> Optional<T> newest(AccountId account, BiFunction<Label, Iterator<byte[]>, T> reader) {
            var begun = new Instants();
            var found = watched.newest(account, reader);
            if (found.isPresent()) begun.tell("read");
            return found;
        }

        @Override
        public Kept keep(Label label, Consumer<Consumer<byte[]>> pieces) {
            var begun = new Instants();
            var told = watched.keep(label, pieces);
            begun.tell("kept");
            System.out.printf("bytes\t%d%npacked\t%d%npieces\t%d%n", told.bytes(), told.packedBytes(), told.pieces());
            kept.countDown();
            return told;
        }
    }
}
