package tributary.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Locale;
import tributary.events.AccountId;
import tributary.store.EventDatabase;
import tributary.store.SqliteFile;
import tributary.store.StoreLocation;

/// What the once index costs at many ids: time to add and to recognise one, bytes on disk and in memory, and what the
/// first transaction after a start takes. Rates are by the processor time of the thread that works.
///
/// `OnceIndexSpeed FOLDER|postgresql://… [ids]`, on the class path of `benchmarks/jmh`; the folder must not hold a
/// store,
/// nor the database. Bytes on disk are those of the file; of PostgreSQL,
/// `select pg_total_relation_size('once')` tells them.
public final class OnceIndexSpeed {
    private static final AccountId ACCOUNT = new AccountId("acme");
    private static final String SOURCE = "token-1";
    private static final int TRANSACTION = 4_000;

    private OnceIndexSpeed() {}

    public static void main(String[] arguments) throws IOException {
        var place = StoreLocation.parse(
                arguments[0].startsWith("postgresql:") ? arguments[0] : "sqlite:" + arguments[0] + "/events.db");
        int ids = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000_000;
        long empty;
        try (var db = EventDatabase.open(place, Clock.systemUTC())) {
            if (db.transactions().fetchInTransaction(() -> db.once().known()) > 0)
                throw new IllegalArgumentException("a store is there already");
            empty = heap();
            tell("is new, and added", ids, () -> add(db, 0, ids));
        }
        if (place instanceof SqliteFile(var file))
            System.out.printf(Locale.ROOT, "%-40s %.2f bytes an id%n", "on disk", (double) Files.size(file) / ids);
        try (var db = EventDatabase.open(place, Clock.systemUTC())) {
            tell("first transaction after a start", 1, () -> repeated(db, 0, 1));
            System.out.printf(Locale.ROOT, "%-40s %.2f bytes an id%n", "in memory", (double) (heap() - empty) / ids);
            tell("is not new", ids, () -> repeated(db, 0, ids));
            int more = Math.min(ids, 1_000_000);
            tell("is new, and added to these", more, () -> add(db, ids, more));
        }
    }

    private static void add(EventDatabase db, int first, int count) {
        for (int from = first; from < first + count; from += TRANSACTION) {
            int begin = from;
            db.transactions().executeInTransaction(() -> {
                for (int i = begin; i < Math.min(first + count, begin + TRANSACTION); i++)
                    if (db.once().isNew(ACCOUNT, SOURCE, "h" + i)) db.once().add(ACCOUNT, SOURCE, "h" + i);
            });
        }
    }

    private static void repeated(EventDatabase db, int first, int count) {
        for (int from = first; from < first + count; from += TRANSACTION) {
            int begin = from;
            db.transactions().executeInTransaction(() -> {
                for (int i = begin; i < Math.min(first + count, begin + TRANSACTION); i++)
                    if (db.once().isNew(ACCOUNT, SOURCE, "h" + i)) throw new AssertionError("h" + i + " was forgotten");
            });
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void tell(String what, int count, Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long clock = System.nanoTime();
        work.run();
        double seconds = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
        double passed = (System.nanoTime() - clock) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-40s %.2f s, %.2f µs each; %.2f s passed%n",
                what,
                seconds,
                seconds * 1e6 / count,
                passed);
    }
}
