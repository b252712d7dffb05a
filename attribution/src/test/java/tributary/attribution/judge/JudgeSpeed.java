package tributary.attribution.judge;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Random;
import java.util.function.LongSupplier;
import tributary.attribution.AssetType;
import tributary.attribution.Doubt;
import tributary.attribution.Kind;
import tributary.attribution.SessionOrigin;
import tributary.attribution.journey.Arrivals;
import tributary.attribution.journey.CatalogHistory;
import tributary.attribution.journey.Person;
import tributary.attribution.journey.Settings;
import tributary.attribution.journey.Strand;
import tributary.attribution.journey.Touches;
import tributary.attribution.rules.RuleSet;
import tributary.attribution.source.WebAddress;

/// Measures judging of random packed strands, in nanoseconds of processor time a touch:
/// `java -cp attribution/target/classes:attribution/target/test-classes tributary.attribution.judge.JudgeSpeed
/// [touches]`.
final class JudgeSpeed {
    /// Of the thread, so that a busy machine does not spoil the figure.
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static final int CAMPAIGNS = 40;
    private static final int ASSETS = 600;
    private static final int PAGES = 300;
    private static final long START = 1_672_531_200_000_000L;
    private static final long SECOND = 1_000_000L;
    private static final AssetType[] PAGE_TYPES = {
        AssetType.SITE_PAGE, AssetType.LANDING_PAGE, AssetType.BLOG_POST, AssetType.KNOWLEDGE_ARTICLE
    };
    private static final Kind[] OTHER_KINDS = {
        Kind.FORM_SUBMISSION, Kind.EMAIL_OPEN, Kind.EMAIL_CLICK, Kind.CTA_VIEW, Kind.CTA_CLICK, Kind.EVENT_ATTENDANCE
    };
    private static final AssetType[] OTHER_TYPES = {
        AssetType.FORM,
        AssetType.MARKETING_EMAIL,
        AssetType.MARKETING_EMAIL,
        AssetType.WEB_INTERACTIVE,
        AssetType.WEB_INTERACTIVE,
        AssetType.MARKETING_EVENT
    };

    private final Random random = new Random(7);
    private final CatalogHistory catalog = new CatalogHistory();
    private final Arrivals arrivals = new Arrivals();
    private final Touches touches;
    private final int[] strandFrom;
    private final int persons;

    private JudgeSpeed(int size) {
        tellCatalog();
        touches = new Touches(size);
        strandFrom = new int[size / 10 + 1];
        persons = size / 10;
        tellArrivals();
        for (var person = 0; person < persons; person++) tellStrand(person, person * 10, 10);
        strandFrom[persons] = persons * 10;
    }

    private void tellCatalog() {
        for (var campaign = 0; campaign < CAMPAIGNS; campaign++) {
            catalog.campaignCreated(catalog.campaign("C" + campaign), "utm-" + campaign, START, campaign);
        }
        for (var asset = 0; asset < ASSETS; asset++) {
            var type = asset < PAGES ? PAGE_TYPES[asset % PAGE_TYPES.length] : OTHER_TYPES[asset % OTHER_TYPES.length];
            var number = catalog.asset(type, "asset-" + asset);
            if (asset % 2 == 0) catalog.associated(asset % CAMPAIGNS, number, START + asset * 3_600 * SECOND, asset);
        }
    }

    private void tellArrivals() {
        for (var i = 0; i < 400; i++) {
            var query = i % 5 == 0 ? "?utm_campaign=utm-" + i % 50 + "&utm_medium=email" : "";
            var referrer = i % 3 == 0 ? "https://partner-" + i + ".example.net/" : "https://www.example.com/";
            arrivals.number(WebAddress.arrival("https://www.example.com/page" + query, referrer, null));
        }
    }

    private void tellStrand(int person, int from, int count) {
        strandFrom[person] = from;
        var at = START + (long) (random.nextDouble() * 500 * 86_400) * SECOND;
        for (var row = from; row < from + count; row++) {
            at += random.nextInt(4) == 0 ? random.nextInt(3_000_000) * SECOND : random.nextInt(600) * SECOND;
            var other = random.nextInt(OTHER_KINDS.length);
            var view = random.nextInt(10) < 7;
            touches.set(
                    row,
                    at,
                    view ? Kind.PAGE_VIEW : OTHER_KINDS[other],
                    random.nextInt(30) == 0 ? Doubt.KNOWN_BOT : Doubt.NONE,
                    random.nextInt(20) == 0 ? SessionOrigin.AD : SessionOrigin.NONE,
                    false,
                    view ? random.nextInt(PAGES) : PAGES + random.nextInt(ASSETS - PAGES),
                    view ? Touches.NONE : random.nextInt(PAGES),
                    random.nextInt(arrivals.size()),
                    Touches.NONE,
                    row,
                    0);
        }
    }

    /// Every second person is a contact, created by the last act.
    private final class Cursor implements Person {
        private static final int[] NOBODY = {};
        private final long[] since = {0};
        private final int[] owner = {0};
        private int number;

        @Override
        public int contact() {
            return number % 2 == 0 ? number : Touches.NONE;
        }

        @Override
        public int strands() {
            return 1;
        }

        @Override
        public void strand(int index, Strand into) {
            owner[0] = number;
            var known = number % 2 == 0;
            into.set(
                    touches,
                    strandFrom[number],
                    strandFrom[number + 1],
                    number,
                    true,
                    since,
                    known ? owner : NOBODY,
                    known ? 1 : 0);
        }

        @Override
        public boolean isHome(int index) {
            return true;
        }

        @Override
        public Creation creation() {
            var last = strandFrom[number + 1] - 1;
            return new Creation(
                    touches.at(last),
                    Creation.By.SUBMISSION,
                    Kind.FORM_SUBMISSION,
                    number,
                    touches.position(last),
                    0,
                    0);
        }
    }

    private static final class Counter implements PersonFindings {
        long found;

        @Override
        public void session(long startedAt, int[] campaigns, int count) {
            found += count;
        }

        @Override
        public void firstTouch(int campaign) {
            found++;
        }

        @Override
        public void lastTouch(int campaign) {
            found++;
        }

        @Override
        public void influence(int campaign, int key, long at) {
            found++;
        }

        @Override
        public void revenueSince(int campaign, long at) {
            found++;
        }
    }

    private long judgeAll() {
        var premises = new Premises(
                RuleSet.of("2023-09"),
                Settings.standard(),
                catalog.catalog(),
                arrivals,
                (a, rowA, b, rowB) -> Integer.compare(rowA, rowB));
        var judge = new PersonJudge(premises);
        var counter = new Counter();
        var cursor = new Cursor();
        for (cursor.number = 0; cursor.number < persons; cursor.number++) judge.judge(cursor, counter);
        return counter.found;
    }

    private static void measure(int size, LongSupplier work) {
        for (var round = 1; round <= 10; round++) {
            var began = CLOCK.getCurrentThreadCpuTime();
            var found = work.getAsLong();
            var nanos = CLOCK.getCurrentThreadCpuTime() - began;
            System.out.printf("round %2d: %5.1f ns a touch, %,d found%n", round, (double) nanos / size, found);
        }
    }

    public static void main(String[] arguments) {
        var size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        measure(size, new JudgeSpeed(size)::judgeAll);
    }
}
