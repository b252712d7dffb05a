package tributary.benchmarks;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tributary.attribution.judge.PersonFindings;
import tributary.attribution.judge.PersonJudge;
import tributary.events.AccountId;
import tributary.query.live.AccountView;
import tributary.query.live.LiveConfiguration;
import tributary.query.live.Progress;
import tributary.query.live.Renewal;
import tributary.query.live.ReportDesk;
import tributary.store.EventDatabase;
import tributary.store.StoreLocation;

/// Folds what a data folder of the server holds of its first account, and judges it again and again: by the clock on
/// the wall, and in processor time, which busy neighbours disturb less. Arguments: the data folder, on which no
/// server is running; the rule set (`2024-11`); rounds (20).
///
/// Told are the innermost part alone, judging persons on one thread without keeping what is found, and REJUDGE as the
/// server does it: the threads that judge, without collector and compiler.
public final class Rejudging {
    private static final com.sun.management.ThreadMXBean CLOCK =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Renewal renewal;
    private final ReportDesk desk;
    private final AccountId account;
    private final Optional<String> ruleSet;
    private final int rounds;
    private long touches;

    private Rejudging(Renewal renewal, ReportDesk desk, AccountId account, String ruleSet, int rounds) {
        this.renewal = renewal;
        this.desk = desk;
        this.account = account;
        this.ruleSet = Optional.of(ruleSet);
        this.rounds = rounds;
    }

    public static void main(String[] arguments) {
        var location = StoreLocation.parse("sqlite:" + Path.of(arguments[0]).resolve("events.db"));
        var ruleSet = arguments.length > 1 ? arguments[1] : "2024-11";
        var rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
        try (var database = EventDatabase.open(location, Clock.systemUTC());
                var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(EventDatabase.class, () -> database);
            context.register(LiveConfiguration.class);
            context.refresh();
            new Rejudging(
                            context.getBean(Renewal.class),
                            context.getBean(ReportDesk.class),
                            database.accounts().all().getFirst(),
                            ruleSet,
                            rounds)
                    .run();
        }
    }

    private void run() {
        desk.ask(account, ruleSet, Optional.empty(), true, this::judgePersons);
        var worked = new double[rounds];
        var wall = new double[rounds];
        for (var round = 0; round < rounds; round++) {
            var begun = System.nanoTime();
            worked[round] = spent(Rejudging::work, this::rejudge);
            wall[round] = System.nanoTime() - begun;
        }
        tell("REJUDGE, processor time", worked);
        tell("REJUDGE, by the clock", wall);
    }

    private void rejudge() {
        var differences = renewal.rejudge(account, ruleSet, Progress.UNSEEN);
        if (differences.found() > 0) throw new AssertionError(differences.toString());
    }

    private Found judgePersons(AccountView view) {
        var journeys = view.journeys();
        touches = journeys.touches();
        System.out.printf("%,d interactions, %,d persons, %,d deals%n", touches, journeys.people(), journeys.deals());
        var found = new Found();
        var nanos = new double[rounds];
        for (var round = 0; round < rounds; round++) {
            nanos[round] = spent(CLOCK::getCurrentThreadCpuTime, () -> {
                var judge = new PersonJudge(view.premises());
                var people = journeys.cursor();
                for (var person = 0; person < journeys.people(); person++) judge.judge(people.person(person), found);
            });
        }
        System.out.printf("%,d findings about persons%n", found.count / rounds);
        tell("persons judged, processor time", nanos);
        return found;
    }

    private static double spent(DoubleSupplier clock, Runnable work) {
        var before = clock.getAsDouble();
        work.run();
        return clock.getAsDouble() - before;
    }

    /// Processor time of all threads that judge.
    private static double work() {
        var others = 0L;
        for (var thread : CLOCK.getThreadInfo(CLOCK.getAllThreadIds())) {
            if (thread != null && isJudging(thread.getThreadName()))
                others += CLOCK.getThreadCpuTime(thread.getThreadId());
        }
        return others + CLOCK.getCurrentThreadCpuTime();
    }

    private static boolean isJudging(String thread) {
        return thread.startsWith("judge-") || thread.startsWith("rejudge-");
    }

    private void tell(String what, double[] nanos) {
        var sorted = Arrays.stream(nanos).sorted().toArray();
        var median = sorted[rounds / 2];
        System.out.printf(
                "%s: first %.1f, least %.1f, median %.1f ms; least %.1f, median %.1f ns an interaction%n",
                what, nanos[0] / 1e6, sorted[0] / 1e6, median / 1e6, sorted[0] / touches, median / touches);
    }

    private static final class Found implements PersonFindings {
        private long count;

        @Override
        public void session(long startedAt, int[] campaigns, int campaignCount) {
            count += campaignCount;
        }

        @Override
        public void firstTouch(int campaign) {
            count++;
        }

        @Override
        public void lastTouch(int campaign) {
            count++;
        }

        @Override
        public void influence(int campaign, int key, long at) {
            count++;
        }

        @Override
        public void revenueSince(int campaign, long at) {
            count++;
        }
    }
}
