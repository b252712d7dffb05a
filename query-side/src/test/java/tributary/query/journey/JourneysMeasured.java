package tributary.query.journey;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tributary.attribution.journey.Strand;
import tributary.events.Asset;
import tributary.events.AssetType;
import tributary.events.ContactId;
import tributary.events.Fact;
import tributary.events.Interaction;
import tributary.events.InteractionKind;
import tributary.events.InteractionsRecorded;
import tributary.store.Recorded;

/// Measures how much time of a core folding a synthetic history takes, and how many bytes a touch, all included.
/// Arguments:
/// number of interactions (1,000,000), and `shuffled` for a history that arrives in no order of time.
public final class JourneysMeasured {
    private static final int BATCH = 1_000;
    private static final int LIVE_WINDOW = 200_000;
    private static final long BEGIN = Instant.parse("2023-01-01T00:00:00Z").toEpochMilli();
    private static final long YEAR_MILLIS = 365L * 24 * 3_600_000;

    private final int interactions;
    private final boolean shuffled;
    private final SplittableRandom random = new SplittableRandom(7);
    private long position;

    private JourneysMeasured(int interactions, boolean shuffled) {
        this.interactions = interactions;
        this.shuffled = shuffled;
    }

    public static void main(String[] args) {
        var interactions = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        var shuffled = args.length > 1 && args[1].equals("shuffled");
        new JourneysMeasured(Math.min(interactions, LIVE_WINDOW), shuffled).run("warm-up");
        new JourneysMeasured(interactions, shuffled).run("measured");
    }

    private void run(String name) {
        var before = heap();
        var journeys = new AccountJourneys(Told.ACCOUNT, new Told());
        long nanos = 0;
        var done = 0;
        var slice = new ArrayList<Recorded>();
        while (done < interactions) {
            slice.clear();
            for (var i = 0; i < LIVE_WINDOW / BATCH && done < interactions; i++, done += BATCH) slice.add(batch(done));
            var start = cpu();
            slice.forEach(journeys::apply);
            nanos += cpu() - start;
        }
        slice = null;
        System.out.printf("%,d persons, %,d contacts%n", journeys.people(), journeys.contacts());
        System.out.printf("%s: %,d interactions folded at %,.0f a second%n", name, interactions, done * 1e9 / nanos);
        time("drain", journeys::drain);
        System.out.printf("%.1f bytes a touch before compacting%n", (heap() - before) / (double) interactions);
        time("compact", journeys::compact);
        System.out.printf("%.1f bytes a touch after compacting%n", (heap() - before) / (double) interactions);
        for (var i = 0; i < 3; i++) time("walk", () -> walk(journeys));
        for (var i = 0; i < 3; i++) {
            journeys.apply(batch(done));
            time("a batch and drain", journeys::drain);
        }
        if (journeys.touches() == 0) throw new AssertionError();
    }

    private static void walk(AccountJourneys journeys) {
        var people = journeys.cursor();
        var strand = new Strand();
        long sum = 0;
        for (var number = 0; number < journeys.people(); number++) {
            people.person(number);
            for (var i = 0; i < people.strands(); i++) {
                people.strand(i, strand);
                var touches = strand.touches();
                for (var row = strand.from(); row < strand.to(); row++) {
                    sum += touches.at(row)
                            + touches.kind(row)
                            + touches.asset(row)
                            + touches.arrival(row)
                            + touches.contact(row);
                }
            }
        }
        if (sum == 0) throw new AssertionError();
    }

    private static void time(String what, Runnable work) {
        var start = cpu();
        work.run();
        System.out.printf("%s: %,.1f ms%n", what, (cpu() - start) / 1e6);
    }

    /// Of this thread, so that a busy machine matters less.
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long heap() {
        for (var i = 0; i < 3; i++) System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private Recorded batch(int done) {
        List<Interaction> acts = new ArrayList<>();
        for (var i = 0; i < BATCH; i++) acts.add(act(done + i));
        return recorded(new InteractionsRecorded(Told.ACCOUNT, "key", acts));
    }

    private Recorded recorded(Fact fact) {
        return new Recorded(++position, Instant.EPOCH, Told.ACCOUNT, fact);
    }

    /// A tenth as many people as acts; some of them known, with up to two browsers; visits of a few acts, spread over a
    /// year.
    private Interaction act(int number) {
        var share = shuffled ? random.nextDouble() : (double) number / interactions;
        var at = Instant.ofEpochMilli(BEGIN + (long) (share * YEAR_MILLIS) + random.nextInt(1_000));
        var people = Math.max(20, interactions / 10);
        var person = (int) (Math.pow(random.nextDouble(), 1.6) * people);
        var known = person % 10 < 3;
        var contact = known ? new ContactId("c-" + person) : null;
        if (known && random.nextInt(100) < 15) {
            return new Interaction(
                    at,
                    InteractionKind.EMAIL_OPEN,
                    null,
                    contact,
                    false,
                    asset(AssetType.MARKETING_EMAIL),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "l" + number);
        }
        var browser = Long.toHexString((person * 3L + (known ? random.nextInt(10) / 8 : 0)) * 0x9E3779B97F4A7C15L)
                + "-browser-token";
        var submission = known && random.nextInt(100) < 3;
        var page = asset(AssetType.LANDING_PAGE);
        var url = "https://www.example.com/landing-page/" + page.id() + query();
        return new Interaction(
                at,
                submission ? InteractionKind.FORM_SUBMISSION : InteractionKind.PAGE_VIEW,
                browser,
                submission ? contact : null,
                submission,
                submission ? asset(AssetType.FORM) : page,
                submission ? page : null,
                url,
                random.nextInt(3) == 0 ? "https://www.partner-" + random.nextInt(200) + ".example.net/articles" : null,
                null,
                null,
                null,
                null,
                "l" + number);
    }

    private String query() {
        return switch (random.nextInt(10)) {
            case 0 -> "?utm_source=newsletter&utm_medium=email&utm_campaign=campaign-" + random.nextInt(40);
            case 1 ->
                "?utm_source=google&utm_medium=cpc&utm_campaign=campaign-" + random.nextInt(40) + "&gclid="
                        + random.nextLong();
            default -> "";
        };
    }

    private Asset asset(AssetType type) {
        return new Asset(type, type.name().toLowerCase(java.util.Locale.ROOT) + "-" + random.nextInt(60));
    }
}
